import { ownEntry } from '@dockwarden-internal/syntax';
import type * as z from 'zod';
import type { DocumentPath } from '../problem.ts';

/** The keys that a schema knows at a path; none where it takes any. */
export function knownKeys(schema: z.ZodType, path: DocumentPath): string[] {
  const at = schemaAt(schema, path);
  const shape = at && shapeOf(at);
  return shape ? Object.keys(shape) : [];
}

/** What a schema asks of the value at a path; undefined where it knows no such path. */
export function schemaAt(schema: z.ZodType, path: DocumentPath): z.ZodType | undefined {
  let at: z.ZodType | undefined = unwrap(schema);
  for (const word of path) at = at && step(at, word);
  return at;
}

/** Folders of keys that are looked into for a key. */
const deepest = 6;

/** Where a schema knows a key, the nearest to its root: `checks.NAME.each`. */
export function placeOfKey(schema: z.ZodType, key: string): string | undefined {
  let level: readonly (readonly [way: readonly string[], at: z.ZodType])[] = [[[], unwrap(schema)]];
  for (let depth = 0; depth < deepest; depth++) {
    const owner = level.find(([, at]) => Object.hasOwn(shapeOf(at) ?? {}, key));
    if (owner) return [...owner[0], key].join('.');
    level = level.flatMap(([way, at]) => below(at).map(([word, inner]) => [[...way, word], unwrap(inner)] as const));
  }
  return undefined;
}

/** Elements of a list stand for the list; any name is written `NAME`. */
function below(schema: z.ZodType): readonly (readonly [word: string, inner: z.ZodType])[] {
  const { element, valueType, options } = definitionOf(schema);
  const shape = shapeOf(schema);
  if (shape) return Object.entries(shape).flatMap(([word, inner]) => throughLists(word, unwrap(inner)));
  if (element) return below(unwrap(element));
  if (valueType) return [['NAME', valueType]];
  return (options ?? []).flatMap((each) => below(unwrap(each)));
}

function throughLists(word: string, schema: z.ZodType): readonly (readonly [word: string, inner: z.ZodType])[] {
  const { element } = definitionOf(schema);
  return element ? throughLists(`${word}[]`, unwrap(element)) : [[word, schema]];
}

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

function definitionOf(schema: z.ZodType): Definition {
  return schema.def;
}

function unwrap(schema: z.ZodType): z.ZodType {
  const { type, innerType } = definitionOf(schema);
  return (type === 'optional' || type === 'default') && innerType ? unwrap(innerType) : schema;
}

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> | undefined {
  const definition = definitionOf(schema);
  if (definition.type === 'union')
    return definition.options
      ?.map(unwrap)
      .map(shapeOf)
      .find((shape) => shape !== undefined);
  return definition.shape;
}

function step(schema: z.ZodType, word: string | number): z.ZodType | undefined {
  const definition = definitionOf(schema);
  const next =
    typeof word === 'number' ? definition.element : (ownEntry(shapeOf(schema), word) ?? definition.valueType);
  return next && unwrap(next);
}
