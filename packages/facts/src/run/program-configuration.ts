import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unresolved } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import { parentOf } from '../stage/parent.ts';
import { momentBefore, timelineOf } from '../stage/timeline.ts';
import { commandsOf } from './commands.ts';
import { writtenSettings } from './written-settings.ts';

/** The value that the last `PROGRAM config set KEY VALUE` before a command gives to a setting, or what it writes to the program's file; absent where none is seen. */
export function configuredBefore({ run, siblings, index }: Command, program: string, key: string): Maybe<string> {
  const name = `${program} ${key}`;
  for (let at = index - 1; at >= 0; at--) {
    const own = configurationsOf(siblings[at]!).findLast((each) => each.name === name);
    if (own) return own.value;
  }
  return configuredAbove(run, name);
}

/** In the stage of a RUN above it, then in those that one builds on. */
function configuredAbove(run: Instruction, name: string): Maybe<string> {
  const moment = momentBefore(run);
  let position = moment?.position ?? 0;
  for (let stage: Maybe<Stage> = moment?.stage; stage !== undefined && !isUnsure(stage); stage = parentOf(stage)) {
    const found = configurationsIn(stage)
      .get(name)
      ?.findLast((each) => each.position < position);
    if (found) return found.value;
    position = Number.POSITIVE_INFINITY;
  }
  return undefined;
}

/** By the program and the key. */
const configurationsIn = memo((stage: Stage) => {
  const { instructions, end } = timelineOf(stage);
  const found = new Map<string, { readonly position: number; readonly value: Maybe<string> }[]>();
  for (let position = 0; position < end; position++) {
    for (const { name, value } of commandsOf(instructions[position]!).flatMap(configurationsOf)) {
      const same = found.get(name);
      if (same) same.push({ position, value });
      else found.set(name, [{ position, value }]);
    }
  }
  return found;
});

export interface Configuration {
  /** The program and the key: `npm omit`. */
  readonly name: string;
  readonly value: Maybe<string>;
}

/** Sources: npm-config(1), pnpm config, yarn config set, pip config, bundle-config(1). */
const SETS: Readonly<Record<string, RegExp>> = {
  npm: /^(config )?set$/,
  pnpm: /^(config )?set$/,
  yarn: /^config set$/,
  pip: /^config set$/,
  bundle: /^config set$/,
};

const configurationsOf = memo((command: Command): readonly Configuration[] => {
  const { program = '', subcommand, args } = command.reading;
  if (/^(echo|printf|cat)$/.test(program)) return writtenSettings(command);
  if (!Object.hasOwn(SETS, program) || !SETS[program]!.test(subcommand?.text ?? '')) return [];
  const [key, value] = args;
  if (!key) return [];
  const nameOf = (text: string) => `${program} ${program === 'pip' ? withoutSection(text) : text}`;
  if (!key.shown.includes('=')) return value ? [{ name: nameOf(key.shown), value: value.value ?? unresolved }] : [];
  return args.map((pair) => {
    const at = pair.shown.indexOf('=');
    return { name: nameOf(pair.shown.slice(0, at)), value: pair.value?.slice(at + 1) ?? unresolved };
  });
});

/** pip's are those of all its commands, or of one: `global.no-cache-dir`. */
function withoutSection(key: string): string {
  return key.replace(/^(global|install)\./, '');
}
