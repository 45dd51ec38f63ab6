import { type Piece, programOf } from './piece.ts';

const EXECUTES: ReadonlySet<string> = new Set(['-exec', '-execdir', '-ok', '-okdir']);

/** The commands that `find … -exec … \;` or `… {} +` runs, each as its own words. Source: POSIX, find. */
export function findExec(pieces: readonly Piece[]): (readonly Piece[])[] {
  if (programOf(pieces[0]) !== 'find') return [];
  const found: (readonly Piece[])[] = [];
  for (let at = 1; at < pieces.length; at++) {
    if (!EXECUTES.has(pieces[at]!.word.shown)) continue;
    let end = at + 1;
    while (end < pieces.length && !endsAt(pieces, end)) end++;
    if (end > at + 1) found.push(pieces.slice(at + 1, end));
    at = end;
  }
  return found;
}

function endsAt(pieces: readonly Piece[], at: number): boolean {
  const text = pieces[at]!.word.shown;
  return text === ';' || (text === '+' && pieces[at - 1]!.word.shown === '{}');
}
