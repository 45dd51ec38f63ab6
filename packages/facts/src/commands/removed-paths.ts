import type { ShellWord, Span } from '@dockwarden-internal/syntax';
import type { CommandReading } from './read-command.ts';

/** A path that a command removes, with all that is in it. */
export interface RemovedPath {
  /** Without a trailing slash. `/a/*` removes what is in `/a` and reads `/a`; a path that begins otherwise than with `/` is relative. */
  readonly path: string;
  /** True where a variable is part of it. */
  readonly unresolved?: true;
  readonly span: Span;
}

/**
 * What rm, rmdir, unlink and `find … -delete` remove. Braces give several paths. A pattern that takes only some of a folder (`*.deb`) stays as
 * written, and a find that looks at names, ages or sizes removes nothing that could be named.
 */
export function removedPaths(reading: CommandReading): RemovedPath[] {
  switch (reading.program) {
    case 'rm':
    case 'rmdir':
    case 'unlink':
      return reading.args.flatMap(pathsOf);
    case 'find':
      return deletesAll(reading) ? startingPoints(reading).flatMap(pathsOf) : [];
    default:
      return [];
  }
}

/** The operands in front of find's expression, which begins with an option, a parenthesis or `!`. Source: POSIX, find. */
function startingPoints({ args, flags }: CommandReading): readonly ShellWord[] {
  const tests = flags.filter(({ name }) => !/^-([HLPD]|O\d*)$/.test(name)).map(({ span }) => span.start);
  const marks = args.filter((word) => /^[(!]/.test(word.shown)).map((word) => word.span.start);
  const expression = Math.min(...tests, ...marks);
  return args.filter((word) => word.span.start < expression);
}

/** Tests and options of find that leave no file out that is not a folder to be kept. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...[
    '-delete',
    '-mindepth',
    '-maxdepth',
    '-depth',
    '-d',
    '-xdev',
    '-mount',
    '-type',
    '-print',
    '-print0',
    '-true',
    '-ls',
  ],
  ...['-H', '-L', '-P', '-exec', '-execdir', '-ignore_readdir_race', '-not', '-follow'],
]);

function deletesAll({ flags, command }: CommandReading): boolean {
  const deletes = flags.some(({ name }) => name === '-delete') || executesRm(command.words);
  return deletes && flags.every(({ name }) => HARMLESS.has(name));
}

function executesRm(words: readonly ShellWord[]): boolean {
  return words.some(
    (word, index) => /^-exec(dir)?$/.test(word.shown) && /(^|\/)rm$/.test(words[index + 1]?.shown ?? ''),
  );
}

function pathsOf(word: ShellWord): RemovedPath[] {
  const unresolved = word.value === undefined && word.alternatives === undefined;
  return (word.alternatives ?? [word.shown]).flatMap((text) => {
    const path = widened(text);
    // `{}` is what find or xargs puts in its place.
    return path === '' || path === '{}'
      ? []
      : [{ path, ...(unresolved ? { unresolved: true as const } : {}), span: word.span }];
  });
}

/** A last segment that takes all there is: `*`, `.*`, `**`, `.[!.]*`. */
const ALL = /^(\.?\*+|\.\[[^\]]*\]\*)$/;

/** `/a/*`, `/a/.*`, `/a/**` and `/a/` are all that is in `/a`, and `*` is all that is here. */
function widened(text: string): string {
  const segments = text.split('/');
  while (segments.length > 0 && (segments.at(-1) === '' || ALL.test(segments.at(-1)!))) segments.pop();
  if (segments.length === 0) return text.startsWith('/') ? '/' : text === '' ? '' : '.';
  return segments.join('/').replace(/\/{2,}/g, '/');
}
