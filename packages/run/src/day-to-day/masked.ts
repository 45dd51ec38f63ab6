import { SECRET_MASK } from '@dockwarden-internal/build';
import { isSecretName, isSecretShaped } from '@dockwarden-internal/facts';

/** A value as it may be shown: nothing of a password, be it in a variable that is called so or in an address. */
export function masked(name: string, value: string): string {
  if (isSecretName(name) && value !== '') return SECRET_MASK;
  const plain = value.replace(/(:\/\/[^\s/:@]{0,200}:)[^\s/@]{1,500}@/g, `$1${SECRET_MASK}@`);
  return plain === value && isSecretShaped(value) ? SECRET_MASK : plain;
}
