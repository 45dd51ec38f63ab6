import type { Kind, PropertyType, Vocabulary } from '@dockwarden-internal/facts';
import * as z from 'zod';
import { isSubject, keywordKinds } from '../subject-kind.ts';
import { configSchema } from './config-schema.ts';
import { baselineSchema } from './load-baseline.ts';
import { packSchema, policySchema, termsSchema } from './schema.ts';
import { waiversSchema } from './waivers-schema.ts';

type Json = Record<string, unknown>;

/** JSON Schemas for editors: of policies (paths complete by the kind after `on:`), shared terms, packs, the configuration, waivers and the baseline. */
export function jsonSchemas(
  vocabulary: Vocabulary,
): Readonly<Record<'policy' | 'terms' | 'pack' | 'config' | 'waivers' | 'baseline', Json>> {
  const plain = (schema: z.ZodType) => z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) as Json;
  return {
    policy: withFacts(plain(policySchema), vocabulary),
    terms: plain(termsSchema),
    pack: plain(packSchema),
    config: plain(configSchema),
    waivers: plain(waiversSchema),
    baseline: plain(baselineSchema),
  };
}

function withFacts(policy: Json, vocabulary: Vocabulary): Json {
  const kinds = Object.values(vocabulary) as unknown as Kind[];
  const definitions = Object.fromEntries(kinds.map((kind) => [`on-${kind.name}`, conditionOn(kind)]));
  const properties = policy['properties'] as Json;
  const names = [
    ...kinds.filter(({ name }) => isSubject(name)).map((kind) => ({ name: kind.name as string, kind })),
    ...keywordKinds.map((name) => ({ name, kind: kinds.find((each) => each.name === 'instruction')! })),
  ];
  return {
    ...policy,
    properties: {
      ...properties,
      on: { enum: names.map((each) => each.name), description: 'Kind of fact that the policy is about.' },
    },
    allOf: names.map(({ name, kind }) => ({
      if: { properties: { on: { const: name } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        properties: Object.fromEntries(
          ['where', 'unless', 'require', 'forbid'].map((word) => [word, { $ref: `#/definitions/on-${kind.name}` }]),
        ),
      },
    })),
    definitions: { ...(policy['definitions'] as Json | undefined), ...definitions },
  };
}

function conditionOn(kind: Kind): Json {
  const own = { $ref: `#/definitions/on-${kind.name}` };
  const properties = Object.fromEntries(
    Object.entries(kind.properties).map(([name, property]) => [
      name,
      { description: property.doc, ...shapeOf(property.type) },
    ]),
  );
  return {
    description: kind.doc,
    type: 'object',
    properties: {
      ...properties,
      all: { type: 'array', items: own },
      any: { type: 'array', items: own },
      not: own,
      is: { type: 'string', description: 'A term.' },
    },
  };
}

function shapeOf(type: PropertyType): Json {
  switch (type.shape) {
    case 'scalar':
      return type.values
        ? { anyOf: [{ enum: type.values }, { type: 'array', items: { enum: type.values } }, { type: 'object' }] }
        : {};
    case 'fact':
      return {
        anyOf: [
          { $ref: `#/definitions/on-${type.kind}` },
          { type: 'object', properties: { exists: { type: 'boolean' } } },
        ],
      };
    case 'facts':
      return {
        type: 'object',
        properties: Object.fromEntries(
          ['some', 'every', 'none'].map((word) => [word, { anyOf: [{ $ref: `#/definitions/on-${type.kind}` }, {}] }]),
        ),
      };
    case 'scalars':
      return { type: 'object' };
  }
}
