import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { EnvironmentEntry } from '../model/service.ts';
import { isSecretName } from '../variable/secret-name.ts';
import { isPlaceholder, isSecretShaped } from '../variable/secret-value.ts';

/** True where an entry's name speaks of a secret and its value may be one, or the value gives itself away. */
export function isSecretEntry({ settings }: EnvironmentEntry): boolean {
  const value: Maybe<string> = settings.value?.value;
  if (value === undefined) return false;
  if (isUnsure(value)) return isSecretShaped(settings.value!.text);
  return isSecretShaped(value) || (isSecretName(settings.name) && !isPlaceholder(value));
}
