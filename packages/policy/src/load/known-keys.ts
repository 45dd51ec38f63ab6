import type * as z from 'zod';
import type { DocumentPath } from '../problem.ts';

/** The keys that a schema knows at a path; none where it takes any. */
export function knownKeys(schema: z.ZodType, path: DocumentPath): string[] {
  let at: z.ZodType | undefined = unwrap(schema);
  for (const word of path) at = at && step(at, word);
  const shape = at && shapeOf(at);
  return shape ? Object.keys(shape) : [];
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
  return schema.def as unknown as Definition;
}

function unwrap(schema: z.ZodType): z.ZodType {
  const { type, innerType } = definitionOf(schema);
  return type === 'optional' && innerType ? unwrap(innerType) : schema;
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
  const next = typeof word === 'number' ? definition.element : (shapeOf(schema)?.[word] ?? definition.valueType);
  return next && unwrap(next);
}
