import type { ComposeKey } from '../model/service.ts';
import { isSecretPair } from '../variable/secret-pair.ts';
import { isSecretShaped } from '../variable/secret-value.ts';

/** True where a key's value, or the value of an item `NAME=value`, may be a secret. */
export function isSecretKey({ name, node }: ComposeKey): boolean {
  if (node.kind !== 'scalar' || node.value === null) return false;
  const text = String(node.value);
  const equals = isItem({ name, node }) ? text.indexOf('=') : -1;
  if (equals > 0) return isSecretPair(text.slice(0, equals), text.slice(equals + 1));
  return isItem({ name, node }) ? isSecretShaped(text) : isSecretPair(name, text);
}

/** True where the text of an item is the secret, or has it in it. */
export function isSecretItem(key: ComposeKey): boolean {
  return isItem(key) && isSecretKey(key);
}

/** An item of a list is called by its text, or by what stands before an `=` in it. */
function isItem({ name, node }: Pick<ComposeKey, 'name' | 'node'>): boolean {
  if (node.kind !== 'scalar') return false;
  const text = String(node.value);
  return text === name || text.startsWith(`${name}=`);
}
