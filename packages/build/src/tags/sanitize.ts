import { createHash } from 'node:crypto';

/** Longest tag. Source: OCI distribution specification, "Pulling manifests". */
export const TAG_LENGTH = 128;

/** In the characters of a tag: `feature/x` is `feature-x`. What is not taken becomes one dash; none stands at the start. */
export function sanitizeTag(value: string): string {
  return shorten(
    value
      .replace(/[^A-Za-z0-9_.-]+/g, '-')
      .replace(/^[.-]+/, '')
      .replace(/-+$/, ''),
    TAG_LENGTH,
  );
}

/** In the characters of a repository's name: `@acme/api` is `acme-api`. */
export function sanitizeName(value: string): string {
  return value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, (run) => (/^(?:[._]|__|-+)$/.test(run) ? run : '-'))
    .replace(/^[._-]+|[._-]+$/g, '');
}

/** Cut to a length; what is cut off is told apart by eight digits of a hash, so that long names that begin alike stay two. */
export function shorten(value: string, most: number): string {
  if (value.length <= most) return value;
  const rest = createHash('sha256').update(value).digest('hex').slice(0, 8);
  return `${value.slice(0, Math.max(0, most - rest.length - 1))}-${rest}`.slice(0, most);
}
