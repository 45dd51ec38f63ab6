import type { Kind, Property, PropertyType, Vocabulary } from '@dockwarden-internal/facts';
import { isSubject } from '../subject-kind.ts';
import { factsMatcher, type Json, matcherDefinitions, matcherOf, to } from './matcher-schemas.ts';

type Kinds = ReadonlyMap<string, Kind>;

/**
 * Definitions of conditions, for every kind K of fact: `on-K`, which knows every path of one or two words and the names of the third, and refuses
 * others; `free-K`, which refuses none, since a name bound by `as` may begin a path; `judge-K`, the conditions of a check or policy on the kind; `check-K`,
 * a check, which may step into a collection.
 */
export function factDefinitions(vocabulary: Vocabulary): Json {
  const kinds: Kinds = new Map((Object.values(vocabulary) as unknown as Kind[]).map((kind) => [kind.name, kind]));
  const definitions: Json = { ...matcherDefinitions(), binds, binding: bindsIn(CONDITIONS) };
  for (const kind of kinds.values()) {
    const { name } = kind;
    for (const [word, { doc, type }] of entries(kind))
      definitions[`${name}.${word}`] = { description: doc, ...matcherOf(type, 'on') };
    definitions[`on-${name}`] = conditionOn(kind, kinds);
    definitions[`on-each-${name}`] = factsMatcher(to(`on-${name}`));
    definitions[`free-${name}`] = freeCondition(kind);
    definitions[`free-each-${name}`] = factsMatcher(to(`free-${name}`));
    definitions[`top-${name}`] = top(`on-${name}`);
    definitions[`free-top-${name}`] = { anyOf: [to(`top-${name}`), top(`free-${name}`)] };
    definitions[`judge-${name}`] = judged(name);
    if (isSubject(name)) definitions[`check-${name}`] = checkOn(kind, kinds);
  }
  return definitions;
}

/** True of what holds `as` anywhere within, so that it may bind names. */
const binds = {
  anyOf: [
    { type: 'object', anyOf: [{ required: ['as'] }, { not: { additionalProperties: { not: to('binds') } } }] },
    { type: 'array', contains: to('binds') },
  ],
};

const CONDITIONS = ['where', 'unless', 'require', 'forbid'];

/** True of what binds a name under one of the words. */
export function bindsIn(words: readonly string[]): Json {
  return { anyOf: words.map((word) => ({ required: [word], properties: { [word]: to('binds') } })) };
}

/** Names of the language that a kind's properties cannot have, and paths from elsewhere. */
function words(own: Json): Json {
  return {
    all: { type: 'array', minItems: 1, items: own },
    any: { type: 'array', minItems: 1, items: own },
    not: own,
    is: { type: 'string', description: 'A term.' },
    // Beside a condition on a fact that is reached; not at the top.
    exists: { type: 'boolean' },
  };
}

function conditionOn(kind: Kind, kinds: Kinds): Json {
  const properties: Json = {};
  const waysTo = new Map<string, string[]>();
  for (const [name, { type }] of entries(kind)) {
    properties[name] = to(`${kind.name}.${name}`);
    for (const [next, { type: nextType }, owner] of linked(type, kinds)) {
      properties[`${name}.${next}`] = to(`${owner}.${next}`);
      if (nextType.shape !== 'fact') continue;
      waysTo.set(nextType.kind, [...(waysTo.get(nextType.kind) ?? []), `${name}\\.${next}`]);
    }
  }
  const thirdWords = Array.from(waysTo, ([target, ways]) => {
    const last = entries(kinds.get(target)!).map(([each]) => each);
    // What follows the third word is left to the product.
    return [`^(${ways.join('|')})\\.(${last.join('|')})(\\.|$)`, {}];
  });
  return {
    description: kind.doc,
    type: 'object',
    minProperties: 1,
    properties: { ...properties, ...words(to(`on-${kind.name}`)) },
    patternProperties: { '^(self|on|params)\\.': {}, ...Object.fromEntries(thirdWords) },
    additionalProperties: false,
  };
}

function freeCondition(kind: Kind): Json {
  const own = entries(kind).map(([name, { type }]) => {
    const isPlain = type.shape === 'scalar' || type.shape === 'scalars';
    return [name, isPlain ? to(`${kind.name}.${name}`) : matcherOf(type, 'free')];
  });
  const properties = { ...Object.fromEntries(own), ...words(to(`free-${kind.name}`)) };
  return { type: 'object', minProperties: 1, properties };
}

/** `exists` alone is no condition. */
function top(name: string): Json {
  return { allOf: [to(name), { not: { required: ['exists'] } }] };
}

/** The conditions of a check, or of a policy with a single one. */
function judged(kind: string): Json {
  const conditions = (name: string) => ({
    properties: Object.fromEntries(CONDITIONS.map((word) => [word, to(`${name}-${kind}`)])),
  });
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: to('binding'), then: conditions('free-top'), else: conditions('top') };
}

/** A check of a policy on the kind: where it steps into a collection, what it holds is about the elements. */
function checkOn(kind: Kind, kinds: Kinds): Json {
  const byElement = new Map<string, string[]>();
  const add = (path: string, { type }: Property<never>) => {
    if (type.shape === 'facts') byElement.set(type.kind, [...(byElement.get(type.kind) ?? []), path]);
  };
  for (const [name, property] of entries(kind)) {
    add(name, property);
    for (const [next, nextProperty] of linked(property.type, kinds)) add(`${name}.${next}`, nextProperty);
  }
  const all = [...byElement.values()].flat();
  // Paths from elsewhere, and longer ones, are left to the product.
  const other = { pattern: '^(self|on)\\.|^[^.]+\\.[^.]+\\.' };
  const each = all.length > 0 ? { anyOf: [{ enum: all }, other] } : other;
  const ofElements = Array.from(byElement, ([element, paths]) => ({
    if: { properties: { each: { enum: paths } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: to(`judge-${element}`),
  }));
  return {
    if: { required: ['each'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { each }, ...(all.length > 0 && { allOf: ofElements }) },
    else: to(`judge-${kind.name}`),
  };
}

/** The properties of the fact that a property leads to, and its kind. */
function linked(type: PropertyType, kinds: Kinds): [name: string, property: Property<never>, kind: string][] {
  if (type.shape !== 'fact') return [];
  return entries(kinds.get(type.kind)!).map(([name, property]) => [name, property, type.kind]);
}

function entries(kind: Kind): [name: string, property: Property<never>][] {
  return Object.entries(kind.properties) as [string, Property<never>][];
}
