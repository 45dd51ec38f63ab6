import { programOf } from './simple-command.ts';
import type { ShellWord } from './tree.ts';

/** What a command does to pipefail of the shell that runs it: `set -eo pipefail`, `set +o pipefail`, `shopt -so pipefail`. */
export function pipefailAfter(words: readonly ShellWord[], before: boolean): boolean {
  switch (programOf(words[0])) {
    case 'set':
      return afterSet(words, before);
    case 'setopt':
      return before || words.some(isPipefail);
    case 'shopt':
      return words.some(isPipefail) ? afterShopt(words, before) : before;
    default:
      return before;
  }
}

function afterSet(words: readonly ShellWord[], before: boolean): boolean {
  let now = before;
  for (let at = 1; at < words.length; at++) {
    const word = words[at]!.shown;
    if (!/^[-+]./.test(word) || word === '--') return now;
    for (const letter of word.slice(1)) {
      if (letter === 'o' && words[++at]?.shown === 'pipefail') now = word.startsWith('-');
    }
  }
  return now;
}

function afterShopt(words: readonly ShellWord[], before: boolean): boolean {
  const letters = words.map((word) => (word.shown.startsWith('-') ? word.shown : '')).join('');
  if (!letters.includes('o')) return before;
  return letters.includes('s') || (before && !letters.includes('u'));
}

/** zsh takes `PIPE_FAIL` too. */
function isPipefail(word: ShellWord): boolean {
  return word.shown.toLowerCase().replaceAll('_', '') === 'pipefail';
}
