import type { Data } from './bake-value.ts';

/** What data is as a text; undefined for what is none. */
export function textOf(data: Data | undefined): string | undefined {
  return typeof data === 'object' || data === undefined ? undefined : String(data);
}

/** A list of texts; an entry that is a map is written as buildx takes it on the command line: `type=registry,ref=…`. */
export function textsOf(data: Data | undefined): string[] {
  if (!Array.isArray(data)) return [];
  return data.flatMap((item) => {
    if (item === null) return [];
    if (typeof item !== 'object') return [String(item)];
    return [
      Object.entries(recordOf(item))
        .map(([key, value]) => `${key}=${value}`)
        .join(','),
    ];
  });
}

/** A map of texts; entries that are none are left out. */
export function recordOf(data: Data | undefined): Record<string, string> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) =>
      value === null || typeof value === 'object' ? [] : [[key, String(value)] as const],
    ),
  );
}
