import { isMap, ownEntry } from '@dockwarden-internal/syntax';

type Params = Readonly<Record<string, unknown>>;

/** Parameters laid over those in force: a value replaces, `{ add, remove }` amends the list that is there, or the default to come. */
export function amendParams(before: Params | undefined, more: Params): Params {
  if (!before) return more;
  const amendments = Object.entries(more).map(([name, setting]) => [name, amended(ownEntry(before, name), setting)]);
  return { ...before, ...Object.fromEntries(amendments) };
}

/** What a list parameter's setting makes of the value before it: lists replace; `{ add: […] }` and `{ remove: […] }` amend. */
export function amended(before: unknown, setting: unknown): unknown {
  if (!isAmendment(setting)) return setting;
  const { add = [], remove = [] } = setting;
  if (Array.isArray(before)) return [...before.filter((item) => !remove.includes(item)), ...add];
  if (!isAmendment(before)) return setting;
  const kept = (before.add ?? []).filter((item) => !remove.includes(item));
  return { add: [...kept, ...add], remove: [...(before.remove ?? []), ...remove] };
}

interface Amendment {
  readonly add?: readonly unknown[];
  readonly remove?: readonly unknown[];
}

function isAmendment(setting: unknown): setting is Amendment {
  if (!isMap(setting) || Object.keys(setting).length === 0) return false;
  return Object.entries(setting).every(([word, list]) => (word === 'add' || word === 'remove') && Array.isArray(list));
}
