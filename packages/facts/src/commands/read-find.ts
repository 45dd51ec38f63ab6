import type { ShellWord } from '@dockwarden-internal/syntax';
import type { ProgramTable } from './programs/find-program.ts';
import { type ArgumentsReading, readArguments } from './read-arguments.ts';

const EXECUTES: ReadonlySet<string> = new Set(['-exec', '-execdir', '-ok', '-okdir']);

/** The words of find without those of the commands that it runs, whose options are none of its own. Source: POSIX, find. */
export function readFindWords(words: readonly ShellWord[], table: ProgramTable): ArgumentsReading {
  const own: ShellWord[] = [];
  for (let at = 0; at < words.length; at++) {
    own.push(words[at]!);
    if (!EXECUTES.has(words[at]!.shown)) continue;
    while (at + 1 < words.length && !ends(words, at + 1)) at++;
    at++;
  }
  return readArguments(own, table);
}

function ends(words: readonly ShellWord[], at: number): boolean {
  return words[at]!.shown === ';' || (words[at]!.shown === '+' && words[at - 1]!.shown === '{}');
}
