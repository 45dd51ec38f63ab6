import type { Diagnostic } from '@dockwarden-internal/syntax';
import { suggest } from '@dockwarden-internal/syntax';
import type * as z from 'zod';
import type { DocumentPath, Problem } from '../problem.ts';
import { isMap } from '../reading.ts';
import { type Located, locateProblem } from './located.ts';

/** Holds a document against its schema; every fault becomes a sentence at the words in question. */
export function validate<T>(
  located: Located,
  schema: z.ZodType<T>,
  code: string,
): { readonly data?: T; readonly diagnostics: readonly Diagnostic[] } {
  if (located.diagnostics.length > 0) return { diagnostics: located.diagnostics };
  const result = schema.safeParse(located.data);
  if (result.success) return { data: result.data, diagnostics: [] };
  const problems = result.error.issues.flatMap((issue) => toProblems(issue, schema, code, located.data));
  return { diagnostics: problems.map((problem) => locateProblem(problem, located)) };
}

type Issue = z.core.$ZodIssue;

function toProblems(issue: Issue, schema: z.ZodType, code: string, data: unknown): Problem[] {
  const path = issue.path as DocumentPath;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.map((key) => {
      const near = suggest(key, known);
      const hint = near ? `did you mean \`${near}\`?` : known.length > 0 ? `keys here: ${known.join(', ')}` : undefined;
      return {
        code,
        path: [...path, key],
        atKey: true,
        message: `\`${key}\` is no key of ${path.length === 0 ? 'this file' : `\`${path.join('.')}\``}`,
        ...(hint && { hint }),
      };
    });
  }
  if (issue.code === 'invalid_union') {
    const nearest = nearestBranch(issue.errors as Issue[][]);
    if (nearest)
      return nearest.flatMap((inner) =>
        toProblems({ ...inner, path: [...path, ...inner.path] } as Issue, schema, code, data),
      );
  }
  return [{ code, path, message: sentence(issue, valueAt(data, path)) }];
}

/** Of a union's branches, the one that got furthest. */
function nearestBranch(branches: readonly Issue[][]): Issue[] | undefined {
  const deep = branches.filter((issues) =>
    issues.some((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys'),
  );
  return deep.length === 1 ? deep[0] : undefined;
}

function sentence(issue: Issue, value: unknown): string {
  const name = issue.path.length === 0 ? 'the file' : `\`${issue.path.join('.')}\``;
  if (value === undefined) return `${name} is missing`;
  switch (issue.code) {
    case 'invalid_value':
      return `${name} is ${JSON.stringify(value)}, but must be ${issue.values.map((each) => JSON.stringify(each)).join(' or ')}`;
    case 'invalid_type':
      return `${name} is ${article(value)}, but must be a ${plain[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `${name} is empty`;
    case 'invalid_format':
      return issue.format === 'regex' ? `${name}: ${issue.message}` : `${name} is no ${issue.format}`;
    default:
      return `${name} does not fit: ${issue.message}`;
  }
}

const plain: Record<string, string> = {
  record: 'map',
  object: 'map',
  array: 'list',
  string: 'text',
  int: 'whole number',
};

function article(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return isMap(value) ? 'a map' : typeof value === 'string' ? 'text' : `a ${typeof value}`;
}

function valueAt(data: unknown, path: DocumentPath): unknown {
  let value = data;
  for (const word of path)
    value = isMap(value) || Array.isArray(value) ? (value as Record<string, unknown>)[word as string] : undefined;
  return value;
}

/** The keys that a schema knows at a path. */
function knownKeys(schema: z.ZodType, path: DocumentPath): string[] {
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
