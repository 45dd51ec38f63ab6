import type { ComposeKey } from '../model/service.ts';
import { isSecretName } from '../variable/secret-name.ts';
import { isPlaceholder, isSecretShaped } from '../variable/secret-value.ts';

/** True where a key's value, or the value of an item `NAME=value`, may be a secret. */
export function isSecretKey({ name, node }: ComposeKey): boolean {
  if (node.kind !== 'scalar' || node.value === null) return false;
  const text = String(node.value);
  if (name !== text) return isSecretShaped(text) || (isSecretName(name) && !isPlaceholder(text));
  const equals = text.indexOf('=');
  if (equals <= 0) return isSecretShaped(text);
  const value = text.slice(equals + 1);
  return isSecretShaped(value) || (isSecretName(text.slice(0, equals)) && !isPlaceholder(value));
}
