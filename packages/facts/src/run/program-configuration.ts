import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unresolved } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import type { Stage } from '../model/dockerfile.ts';
import { parentOf } from '../stage/parent.ts';
import { momentBefore, timelineOf } from '../stage/timeline.ts';
import { commandsOf } from './commands.ts';
import { writtenSettings } from './written-settings.ts';

/** The value that the last `PROGRAM config set KEY VALUE` before a command gives to a setting, or what it writes to the program's file; absent where none is seen. */
export function configuredBefore({ run, siblings, index }: Command, program: string, key: string): Maybe<string> {
  const name = `${program} ${key}`;
  const own = lastBelow(configurationsAmong(siblings).get(name), index);
  if (own) return own.value;
  const moment = momentBefore(run);
  if (!moment) return undefined;
  const above = lastBelow(configurationsIn(moment.stage).get(name), moment.position);
  return above ? above.value : configuredBelow(moment.stage, name);
}

/** In the stages that a stage builds on. */
function configuredBelow(stage: Stage, name: string): Maybe<string> {
  const passed: Stage[] = [];
  let value: Maybe<string>;
  for (let each: Maybe<Stage> = stage; each !== undefined && !isUnsure(each); each = parentOf(each)) {
    const own = each === stage ? undefined : configurationsIn(each).get(name)?.at(-1);
    value = own ? own.value : foundBelow(each).get(name);
    if (own || foundBelow(each).has(name)) break;
    passed.push(each);
  }
  for (const each of passed) foundBelow(each).set(name, value);
  return value;
}

/** What `configuredBelow` has found: the chain of a stage may be long. */
const foundBelow = memo((_stage: Stage) => new Map<string, Maybe<string>>());

interface Placed {
  readonly position: number;
  readonly value: Maybe<string>;
}

function lastBelow(placed: readonly Placed[] | undefined, position: number): Placed | undefined {
  return placed?.findLast((each) => each.position < position);
}

/** By the program and the key. */
const configurationsIn = memo((stage: Stage) => {
  const { instructions, end } = timelineOf(stage);
  return byName(instructions.slice(0, end).map((each) => commandsOf(each).flatMap(configurationsOf)));
});
const configurationsAmong = memo((commands: readonly Command[]) => byName(commands.map(configurationsOf)));

function byName(configurations: readonly (readonly Configuration[])[]): ReadonlyMap<string, readonly Placed[]> {
  const found = new Map<string, Placed[]>();
  configurations.forEach((each, position) => {
    for (const { name, value } of each) {
      const same = found.get(name);
      if (same) same.push({ position, value });
      else found.set(name, [{ position, value }]);
    }
  });
  return found;
}

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
