import { isSecretName } from './secret-name.ts';
import { isPlaceholder, isSecretShaped } from './secret-value.ts';

/** True where a value gives itself away as a credential, or stands under the name of one and may be one. */
export function isSecretPair(name: string, value: string): boolean {
  return isSecretShaped(value) || (isSecretName(name) && !isPlaceholder(value));
}
