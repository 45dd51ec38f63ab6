import { nameWords } from './name-words.ts';
import {
  countingWords,
  harmlessNames,
  harmlessWords,
  holders,
  lastWords,
  qualifiers,
  secretEnds,
  secretNames,
  secretPairs,
  secretWords,
  weakWords,
} from './secret-words.ts';

/** True where a variable's name alone says that it holds a secret: `NPM_TOKEN`, `dbPassword`, `API_KEY`; not `TOKEN_URL` or `PUBLIC_KEY`. */
export function isSecretName(name: string): boolean {
  const words = sayingWords(name);
  if (words === 'secret') return true;
  return words.some(
    (word, at) =>
      secretWords.has(word) ||
      secretEnds.some((end) => word.endsWith(end)) ||
      (at > 0 && at === words.length - 1 && lastWords.has(word) && !countingWords.has(words[at - 1]!)) ||
      secretPairs.has(`${word} ${words[at + 1]}`) ||
      (qualifiers.has(word) && weakWords.has(words[at + 1] ?? '')),
  );
}

/** True where the name speaks of a key or an authentication, which may be a secret: the value has to tell. */
export function mayBeSecretName(name: string): boolean {
  const words = sayingWords(name);
  return words === 'secret' || words.some((word) => weakWords.has(word));
}

/** The words of a name; none for a name that is known to be harmless, or is so by one of its words, or names whoever has the secret. */
function sayingWords(name: string): readonly string[] | 'secret' {
  const upper = name.toUpperCase();
  if (secretNames.has(upper)) return 'secret';
  const words = nameWords(name);
  const harmless = harmlessNames.has(upper) || holders.has(words.at(-1) ?? '');
  return harmless || words.some((word) => harmlessWords.has(word)) ? [] : words;
}
