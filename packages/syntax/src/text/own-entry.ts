/** What a map says of a word of somebody's file; not what every object inherits, such as `constructor`. */
export function ownEntry<T>(map: Readonly<Record<string, T>> | undefined, word: string): T | undefined {
  return map && Object.hasOwn(map, word) ? map[word] : undefined;
}
