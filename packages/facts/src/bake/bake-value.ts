import type { HclValue, Place } from '@dockwarden-internal/syntax';

/** What a value comes to: data, or the place of what cannot be told without evaluating. */
export type Told = { readonly data: Data } | { readonly untold: Place };
export type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data };

/** What a variable stands for; undefined for one that has no default. */
export type Variables = (name: string) => Told | undefined;

/** Longer texts come of variables in variables in variables, and of no real file. */
const LONGEST = 20_000;

/** Variables by their defaults. What the environment sets instead is not looked at: it differs from run to run. */
export function variablesOf(defaults: ReadonlyMap<string, HclValue>): Variables {
  const told = new Map<string, Told | undefined>();
  const variables: Variables = (name) => {
    const value = defaults.get(name);
    if (!value || told.has(name)) return told.get(name);
    // While it is being told, a variable that names itself has no value.
    told.set(name, undefined);
    told.set(name, tell(value, variables));
    return told.get(name);
  };
  return variables;
}

export function tell(value: HclValue, variables: Variables): Told {
  switch (value.kind) {
    case 'plain':
      return { data: value.value };
    case 'name': {
      const told = variables(value.name);
      return told && 'data' in told ? told : { untold: value.place };
    }
    case 'text':
      return tellText(value.parts, variables, value.place);
    case 'list':
      return tellAll(value.items, variables, (items) => items);
    case 'map':
      return tellAll(
        value.entries.map((entry) => entry.value),
        variables,
        (items) => Object.fromEntries(value.entries.map(({ key }, index) => [key, items[index]!])),
      );
    default:
      return { untold: value.place };
  }
}

function tellAll(values: readonly HclValue[], variables: Variables, join: (items: Data[]) => Data): Told {
  const items: Data[] = [];
  for (const value of values) {
    const told = tell(value, variables);
    if ('untold' in told) return told;
    items.push(told.data);
  }
  return { data: join(items) };
}

function tellText(parts: readonly (string | HclValue)[], variables: Variables, place: Place): Told {
  let text = '';
  for (const part of parts) {
    const told = typeof part === 'string' ? { data: part } : tell(part, variables);
    if ('untold' in told) return told;
    if (typeof told.data === 'object') return { untold: place };
    text += String(told.data);
    if (text.length > LONGEST) return { untold: place };
  }
  return { data: text };
}
