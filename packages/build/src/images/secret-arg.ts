import { isPlaceholder, isRandom, isSecretName, isSecretShaped, mayBeSecretName } from '@dockwarden-internal/facts';

/** True where a build argument looks like a secret, by its value or since its name says so. History and provenance keep arguments for all to read. */
export function looksSecret(name: string, value: string): boolean {
  if (isSecretShaped(value)) return true;
  return (isSecretName(name) && !isPlaceholder(value)) || (mayBeSecretName(name) && isRandom(value));
}
