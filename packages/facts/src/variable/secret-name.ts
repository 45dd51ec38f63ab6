import { nameWords } from './name-words.ts';
import { harmlessNames, harmlessWords, secretNames, secretPairs, secretWords } from './secret-words.ts';

/** True where a variable's name alone says that it holds a secret: `NPM_TOKEN`, `dbPassword`; not `TOKEN_URL` or `PUBLIC_KEY`. */
export function isSecretName(name: string): boolean {
  const upper = name.toUpperCase();
  if (secretNames.has(upper)) return true;
  if (harmlessNames.has(upper)) return false;
  const words = nameWords(name);
  if (words.some((word) => harmlessWords.has(word))) return false;
  return words.some((word, at) => secretWords.has(word) || secretPairs.has(`${word} ${words[at + 1]}`));
}
