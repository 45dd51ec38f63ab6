import { createHash } from 'node:crypto';

/** A name that the engine takes, of an image's. Source: moby, `RestrictedNamePattern`. */
export function containerName(image: string): string {
  return image
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .padEnd(2, '0');
}

/** Another, where something else on this machine is called so. */
export function distinctName(image: string, root: string): string {
  return `${containerName(image)}-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`;
}

export function isContainerName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_.-]{1,127}$/.test(name);
}
