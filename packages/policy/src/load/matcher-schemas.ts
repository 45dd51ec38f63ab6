import type { PropertyType, ScalarType } from '@dockwarden-internal/facts';
import { operatorsOf, scalarOperators } from '../operators.ts';

export type Json = Record<string, unknown>;

/** A reference to a definition of the same document. */
export function to(name: string): Json {
  return { $ref: `#/definitions/${name}` };
}

const elsewhere: readonly Json[] = [
  { type: 'object', properties: { param: { type: 'string' } }, required: ['param'], additionalProperties: false },
  { type: 'object', properties: { fact: { type: 'string' } }, required: ['fact'], additionalProperties: false },
];

/** How a value of each type is written. */
const literals: Readonly<Record<ScalarType, Json>> = {
  string: { type: 'string' },
  version: { type: 'string' },
  boolean: { type: 'boolean' },
  number: { type: 'number' },
  port: { type: ['integer', 'string'], pattern: '^\\d+$' },
  size: { type: ['number', 'string'], pattern: '^\\d+(\\.\\d+)?([bB]|[kKmMgG][bB]?)$' },
  duration: { anyOf: [{ const: 0 }, { type: 'string', pattern: '^(\\d+(\\.\\d+)?(ms|[smh]))+$' }] },
};

const texts = {
  anyOf: [{ type: 'string' }, { type: 'array', minItems: 1, items: { type: 'string' } }, { type: 'object' }],
};

const operands: Readonly<Record<string, Json>> = {
  exists: { type: 'boolean' },
  ...Object.fromEntries(['matches', 'glob', 'startsWith', 'under'].map((word) => [word, texts])),
};

/** Definitions that matchers rest on: a matcher for each type of value, and the operators of each. */
export function matcherDefinitions(): Json {
  const types = Object.keys(literals) as ScalarType[];
  const ofTypes = Object.fromEntries(
    types.flatMap((type) => [
      [`value-${type}`, valueMatcher(literals[type], to(`operators-${type}`))],
      [`operators-${type}`, operatorsSchema(type)],
      [`each-${type}`, collection(to(`value-${type}`))],
    ]),
  );
  return { ...ofTypes, collection: collectionMatcher, key: keyMatcher };
}

function operatorsSchema(type: ScalarType): Json {
  const any = { anyOf: [literals[type], { type: 'array', minItems: 1, items: literals[type] }, ...elsewhere] };
  const properties = Object.fromEntries(operatorsOf(type).map((word) => [word, operands[word] ?? any]));
  return {
    type: 'object',
    minProperties: 1,
    properties: { ...properties, not: to(`value-${type}`) },
    additionalProperties: false,
  };
}

function valueMatcher(literal: Json, operators: Json): Json {
  return { anyOf: [literal, { type: 'array', minItems: 1, items: literal }, operators, ...elsewhere] };
}

/** What may stand behind a collection of facts: what it says of an element is a condition on it, or about its key. */
export function factsMatcher(condition: Json): Json {
  return collection({ anyOf: [condition, to('key')] });
}

/** What may stand behind a property of a type. Conditions on the facts that it leads to, and on those of a collection, are named by the prefix. */
export function matcherOf(type: PropertyType, prefix: 'on' | 'free'): Json {
  switch (type.shape) {
    case 'scalar':
      return type.values ? valueMatcher({ enum: type.values }, { type: 'object' }) : to(`value-${type.scalar}`);
    case 'scalars':
      return to(`each-${type.scalar}`);
    case 'facts':
      return to(`${prefix}-each-${type.kind}`);
    case 'fact':
      return type.kind === 'ignore' ? { anyOf: [to(`${prefix}-ignore`), ignoreMatcher] } : to(`${prefix}-${type.kind}`);
  }
}

/** Keys are of several types: their operators are told from other words alone. */
const keyMatcher = {
  anyOf: [
    { type: ['string', 'number', 'boolean', 'array'] },
    { type: 'object', minProperties: 1, propertyNames: { enum: scalarOperators } },
    ...elsewhere,
  ],
};
const ignoreMatcher = {
  type: 'object',
  properties: { excludes: texts, keeps: texts },
  maxProperties: 1,
  minProperties: 1,
  additionalProperties: false,
};

function collection(element: Json): Json {
  return { allOf: [to('collection')], properties: { some: element, every: element, none: element } };
}

const limit = { anyOf: [{ type: 'integer', minimum: 0 }, elsewhere[0]] };

const collectionMatcher = {
  type: 'object',
  minProperties: 1,
  properties: {
    some: { description: 'One fits.' },
    every: { description: 'All fit.' },
    none: { description: 'None fits.' },
    has: { type: ['string', 'number', 'boolean', 'object'] },
    hasAll: { type: ['string', 'number', 'array', 'object'] },
    count: {
      type: ['integer', 'object'],
      minimum: 0,
      properties: { atLeast: limit, atMost: limit },
      additionalProperties: false,
      minProperties: 1,
    },
    empty: { type: 'boolean' },
    ordered: { type: ['boolean', 'array', 'object'] },
    exists: { type: 'boolean' },
    as: { type: 'string', description: 'A name for the element that is found.' },
  },
  additionalProperties: false,
};
