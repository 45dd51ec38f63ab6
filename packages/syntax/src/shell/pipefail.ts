import { type Piece, programOf } from './piece.ts';

/** What a command does to pipefail of the shell that runs it: `set -eo pipefail`, `set +o pipefail`, `shopt -so pipefail`. */
export function pipefailAfter(pieces: readonly Piece[], before: boolean): boolean {
  const program = programOf(pieces[0]);
  const words = pieces.slice(1).map((piece) => piece.word.shown);
  if (program === 'set') return afterSet(words, before);
  if (program === 'setopt') return words.some((word) => isPipefail(word)) || before;
  if (program !== 'shopt' || !words.some(isPipefail)) return before;
  const letters = words.filter((word) => word.startsWith('-')).join('');
  if (!letters.includes('o')) return before;
  return letters.includes('s') || (before && !letters.includes('u'));
}

function afterSet(words: readonly string[], before: boolean): boolean {
  let now = before;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!/^[-+]./.test(word) || word === '--') return now;
    for (const letter of word.slice(1)) {
      if (letter === 'o' && words[++at] === 'pipefail') now = word.startsWith('-');
    }
  }
  return now;
}

/** zsh takes `PIPE_FAIL` too. */
function isPipefail(word: string): boolean {
  return word.toLowerCase().replaceAll('_', '') === 'pipefail';
}
