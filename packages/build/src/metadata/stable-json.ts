import { byCodeUnits } from '@dockwarden-internal/syntax';
/** JSON whose keys are in one order at every depth, so that equal values are equal files. Lists keep theirs. */
export function stableJson(value: unknown): string {
  return `${JSON.stringify(ordered(value), undefined, 2)}\n`;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => byCodeUnits(one, other));
  return Object.fromEntries(entries.map(([key, each]) => [key, ordered(each)]));
}
