import { byCodeUnits } from '@dockwarden-internal/syntax';
/** A copy in the order of the bytes of paths in UTF-8, which is JavaScript's own but for characters beyond U+FFFF. */
export function sortedByPath<T extends { readonly path: string }>(entries: Iterable<T>): T[] {
  const list = [...entries];
  const isPlain = !list.some(({ path }) => /[\ud800-\udfff]/.test(path));
  return list.sort(
    isPlain
      ? (a, b) => byCodeUnits(a.path, b.path)
      : (a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)),
  );
}
