/** The packages of a uv.lock or poetry.lock: both name them by a line of their own. */
export function lockedNames(lock: string): string[] {
  return [...lock.matchAll(/^name = "([\w.-]{1,200})"/gm)].map((found) =>
    found[1]!.toLowerCase().replace(/[-_.]+/g, '-'),
  );
}
