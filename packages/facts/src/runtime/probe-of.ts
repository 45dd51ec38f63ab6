import type { Place, ShellCommand, ShellWord } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { type Maybe, unresolved } from '../kernel/unsure.ts';
import { type Instruction, placeOf } from '../model/dockerfile.ts';
import type { Probe } from '../model/runtime.ts';
import { readDuration } from './duration.ts';
import { askingShell, probeCommandIndex, readProbeCommand } from './probe-command.ts';
import { runtimeText } from './runtime-text.ts';
import { shellTreeOf } from './shell-tree.ts';

/** The health check that a HEALTHCHECK declares; absent for other instructions. Source: Dockerfile reference, HEALTHCHECK. */
export const probeIn = memo((instruction: Instruction): Probe | undefined => {
  const { node, dockerfile } = instruction;
  if (node.keyword !== 'healthcheck') return undefined;
  const disabled = /^none$/i.test(node.logical.text.slice(node.argsStart, node.argsEnd));
  return {
    ...(disabled ? nothing : askedBy(instruction)),
    disabled,
    interval: orDefault(duration(instruction, '--interval')),
    timeout: orDefault(duration(instruction, '--timeout')),
    startPeriod: duration(instruction, '--start-period'),
    startInterval: duration(instruction, '--start-interval'),
    retries: orDefault(retries(instruction)),
    place: placeOf(dockerfile, node.span),
    instruction,
    dockerfile,
  };
});

const nothing = { program: undefined, url: undefined, port: undefined, local: undefined };

type Asked = Pick<
  Probe,
  'program' | 'programPath' | 'url' | 'port' | 'local' | 'programPlace' | 'portPlace' | 'urlPlace'
>;

function askedBy(instruction: Instruction): Asked {
  const { stage } = instruction;
  const tree = shellTreeOf(instruction);
  if (!tree || !stage) return { program: unresolved, url: unresolved, port: unresolved, local: unresolved };
  const commands = tree.commands.filter((command) => command.words.length > 0 || command.redirects.length > 0);
  const lines = commands.map((command) => wordsOf(command).map((word) => runtimeText(stage, word.shown)));
  const at = probeCommandIndex(lines);
  const line = at === undefined ? undefined : lines[at];
  const shell = askedByShell(instruction, commands[at ?? 0], line);
  if (at === undefined || !line) return { ...nothing, ...shell };
  const { program, programPath, url, port, local, portWord, urlWord } = readProbeCommand(line);
  const words = wordsOf(commands[at]!);
  return {
    program: program?.includes('$') ? unresolved : program,
    ...(programPath !== undefined && { programPath }),
    url,
    port,
    local,
    ...(words[0] && { programPlace: placeOf(instruction.dockerfile, words[0].span) }),
    ...shell,
    ...(portWord !== undefined && { portPlace: portPlace(instruction, words[portWord], port) }),
    ...(urlWord !== undefined && words[urlWord] && { urlPlace: placeOf(instruction.dockerfile, words[urlWord].span) }),
  };
}

/** A shell other than sh that asks by its own means, and where it is called. */
function askedByShell(
  { dockerfile }: Instruction,
  command: ShellCommand | undefined,
  words: readonly string[] = [],
): Pick<Probe, 'program' | 'programPlace'> | undefined {
  const program = command && askingShell(words, command.via);
  if (!command || program === undefined) return undefined;
  const { start, end } = command.wholeSpan;
  const at = dockerfile.source.text.slice(start, end).indexOf(program);
  const span = at < 0 ? { start, end } : { start: start + at, end: start + at + program.length };
  return { program, programPlace: placeOf(dockerfile, span) };
}

/** Words and the targets of redirects, where bash opens sockets (`</dev/tcp/localhost/80`). */
function wordsOf({ words, redirects }: ShellCommand): readonly ShellWord[] {
  return [...words, ...redirects.flatMap(({ target }) => target ?? [])];
}

/** The digits themselves where they stand in the word, else the word. */
function portPlace({ dockerfile }: Instruction, word: ShellWord | undefined, port: Maybe<number>): Place | undefined {
  if (!word) return undefined;
  const written = dockerfile.source.text.slice(word.span.start, word.span.end);
  const digits = String(port);
  const at = written.search(new RegExp(`(?<!\\d)${digits}(?!\\d)`));
  if (typeof port !== 'number' || at < 0) return placeOf(dockerfile, word.span);
  const start = word.span.start + at;
  return placeOf(dockerfile, { start, end: start + digits.length });
}

/** The engine takes a zero for its default. Source: Docker Engine API, HealthConfig. */
export function orDefault(setting: Maybe<number>): Maybe<number> {
  return setting === 0 ? undefined : setting;
}

/** Milliseconds; absent where the flag is not written, unresolved where it is no duration. */
function duration({ node }: Instruction, name: string): Maybe<number> {
  const flag = node.flags.findLast((each) => each.name === name);
  return flag && (readDuration(flag.value ?? '') ?? unresolved);
}

function retries({ node }: Instruction): Maybe<number> {
  const flag = node.flags.findLast((each) => each.name === '--retries');
  if (!flag) return undefined;
  return /^\d{1,9}$/.test(flag.value ?? '') ? Number(flag.value) : unresolved;
}
