import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { EnvironmentEntry } from '../model/service.ts';
import { isSecretPair } from '../variable/secret-pair.ts';
import { isSecretShaped } from '../variable/secret-value.ts';

/** True where an entry's name speaks of a secret and its value may be one, or the value gives itself away. */
export function isSecretEntry({ settings }: EnvironmentEntry): boolean {
  const value: Maybe<string> = settings.value?.value;
  if (value === undefined) return false;
  if (isUnsure(value)) return isSecretShaped(settings.value!.text);
  return isSecretPair(settings.name, value);
}
