import { programOf } from './simple-command.ts';
import type { ShellWord } from './tree.ts';

const EXECUTES: ReadonlySet<string> = new Set(['-exec', '-execdir', '-ok', '-okdir']);
const NONE: readonly never[] = [];

/** Where the commands stand that `find … -exec … \;` or `… {} +` runs: from which word to which. Source: POSIX, find. */
export function findExec(
  words: readonly ShellWord[],
  from: number,
  to: number,
): readonly (readonly [number, number])[] {
  if (programOf(words[from]) !== 'find') return NONE;
  const found: [number, number][] = [];
  for (let at = from + 1; at < to; at++) {
    if (!EXECUTES.has(words[at]!.shown)) continue;
    let end = at + 1;
    while (end < to && !endsAt(words, end)) end++;
    if (end > at + 1) found.push([at + 1, end]);
    at = end;
  }
  return found;
}

function endsAt(words: readonly ShellWord[], at: number): boolean {
  const text = words[at]!.shown;
  return text === ';' || (text === '+' && words[at - 1]!.shown === '{}');
}
