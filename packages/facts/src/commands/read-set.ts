import type { ShellWord } from '@dockwarden-internal/syntax';
import { type FlagReading, spanFrom, wordValue } from './flag-reading.ts';
import type { ArgumentsReading } from './read-arguments.ts';

/** `set -euxo pipefail +x`: a plus turns an option off, and is part of its name here. Source: POSIX, set. */
export function readSetWords(words: readonly ShellWord[]): ArgumentsReading {
  const flags: FlagReading[] = [];
  let at = 0;
  while (at < words.length) {
    const word = words[at]!;
    if (!/^[-+]./.test(word.shown) || word.shown === '--') break;
    at++;
    const sign = word.shown[0]!;
    for (let index = 1; index < word.shown.length; index++) {
      const letter = word.shown[index]!;
      const name = sign + letter;
      const span = word.shown.length === 2 ? word.span : spanFrom(word, index, index + 1);
      const option = letter === 'o' ? words[at] : undefined;
      if (option) at++;
      flags.push({ name, ...(option ? wordValue(option) : {}), span, word });
    }
  }
  const dashes = words[at]?.shown === '--';
  return { flags, args: words.slice(dashes ? at + 1 : at), ...(dashes ? { dashes: 0 } : {}) };
}
