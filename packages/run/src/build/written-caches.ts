/** Caches that nobody else reads, or that are kept apart by branch: the builder's folder, the image itself, GitHub's own store. */
const own: ReadonlySet<string> = new Set(['local', 'inline', 'gha']);

/**
 * The caches that a run may write to. What others import they believe, as they would an image: into a registry or a bucket only runs on a
 * protected ref write. Source: docker buildx build, `--cache-to`.
 */
export function writtenCaches(
  cacheTo: readonly string[],
  isProtected: boolean,
): { readonly written: readonly string[]; readonly held: readonly string[] } {
  const written = cacheTo.filter((cache) => isProtected || own.has(typeOf(cache)));
  return { written, held: cacheTo.filter((cache) => !written.includes(cache)) };
}

/** A reference alone is a cache in a registry. */
function typeOf(cache: string): string {
  const field = cache.split(',').find((each) => /^\s*"?type=/.test(each));
  return field === undefined
    ? 'registry'
    : field
        .replace(/^\s*"?type=/, '')
        .trimEnd()
        .replace(/"$/, '');
}
