import type { Vocabulary } from '@dockwarden-internal/facts';
import * as z from 'zod';
import { isSubject, keywordKinds } from '../subject-kind.ts';
import { configSchema } from './config-schema.ts';
import { bindsIn, factDefinitions } from './fact-schemas.ts';
import { baselineSchema } from './load-baseline.ts';
import { type Json, to } from './matcher-schemas.ts';
import { packSchema, policySchema, termsSchema } from './schema.ts';
import { waiversSchema } from './waivers-schema.ts';

/** JSON Schemas for editors: of policies (paths complete by the kind after `on:`), shared terms, packs, the configuration, waivers and the baseline. */
export function jsonSchemas(
  vocabulary: Vocabulary,
): Readonly<Record<'policy' | 'terms' | 'pack' | 'config' | 'waivers' | 'baseline', Json>> {
  const plain = (schema: z.ZodType) => z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) as Json;
  return {
    policy: withFacts(plain(policySchema), vocabulary),
    terms: ofAnyKind(plain(termsSchema), vocabulary),
    pack: plain(packSchema),
    config: plain(configSchema),
    waivers: plain(waiversSchema),
    baseline: plain(baselineSchema),
  };
}

function withFacts(policy: Json, vocabulary: Vocabulary): Json {
  const properties = policy['properties'] as Json;
  const kinds = Object.keys(vocabulary).filter(isSubject);
  const names = [...kinds.map((kind) => [kind, kind]), ...keywordKinds.map((keyword) => [keyword, 'instruction'])];
  return {
    ...policy,
    properties: {
      ...properties,
      on: { enum: names.map(([name]) => name), description: 'Kind of fact, or keyword, that the policy is about.' },
      terms: namedConditions(properties['terms'] as Json, vocabulary),
    },
    allOf: names.map(([name, kind]) => subject(name!, kind!)),
    definitions: { ...(policy['definitions'] as Json | undefined), ...factDefinitions(vocabulary) },
  };
}

/** What holds for policies on a kind. What binds names for all checks is left to the product: a path of theirs may begin with one. */
function subject(name: string, kind: string): Json {
  return {
    if: { required: ['on'], properties: { on: { const: name } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      allOf: [to(`judge-${kind}`)],
      if: bindsIn(['where', 'unless', 'terms']),
      else: { properties: { checks: { additionalProperties: to(`check-${kind}`) } } },
    },
  };
}

/** Terms, whose kind nobody names: their paths begin with a word that some kind has. */
function namedConditions(terms: Json, vocabulary: Vocabulary): Json {
  const properties = new Set(Object.values(vocabulary).flatMap((kind) => Object.keys(kind.properties)));
  const first = [...properties].sort().join('|');
  const names = { pattern: `^(all|any|not|is|(self|on|params)\\..+|(${first})(\\..+)?)$` };
  return { ...terms, additionalProperties: { type: 'object', minProperties: 1, propertyNames: names } };
}

function ofAnyKind(terms: Json, vocabulary: Vocabulary): Json {
  const properties = terms['properties'] as Json;
  return {
    ...terms,
    properties: { ...properties, terms: namedConditions(properties['terms'] as Json, vocabulary) },
  };
}
