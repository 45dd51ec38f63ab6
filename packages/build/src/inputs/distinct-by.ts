/** The first of each key, in order. */
export function distinctBy<T>(all: readonly T[], keyOf: (each: T) => unknown): T[] {
  const found = new Map<unknown, T>();
  for (const each of all) {
    const key = keyOf(each);
    if (!found.has(key)) found.set(key, each);
  }
  return [...found.values()];
}
