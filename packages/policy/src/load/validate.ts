import { type Diagnostic, isMap, suggest } from '@dockwarden-internal/syntax';
import type * as z from 'zod';
import type { DocumentPath, Problem } from '../problem.ts';
import { knownKeys, placeOfKey, schemaAt } from './known-keys.ts';
import { type Located, locateProblem } from './located.ts';
import { type Issue, sentence } from './sentence.ts';

/** Holds a document against its schema; every fault becomes a sentence at the words in question. */
export function validate<T>(
  located: Located,
  schema: z.ZodType<T>,
  code: string,
): { readonly data?: T; readonly diagnostics: readonly Diagnostic[] } {
  if (located.diagnostics.length > 0) return { diagnostics: located.diagnostics };
  const result = schema.safeParse(located.data);
  if (result.success) return { data: result.data, diagnostics: [] };
  const { issues } = result.error;
  const problems = issues
    .filter((issue) => !isMisspelt(issue, issues, schema, located.data))
    .flatMap((issue) => toProblems(issue, schema, code, located.data));
  return { diagnostics: problems.map((problem) => locateProblem(problem, located)) };
}

/** A key that is missing since it is misspelt: that is said once. */
function isMisspelt(issue: Issue, issues: readonly Issue[], schema: z.ZodType, data: unknown): boolean {
  const path = issue.path as DocumentPath;
  if (path.length === 0 || valueAt(data, path) !== undefined) return false;
  const owner = path.slice(0, -1);
  return issues.some(
    (other) =>
      other.code === 'unrecognized_keys' &&
      other.path.join('\0') === owner.join('\0') &&
      other.keys.some((key) => suggest(key, knownKeys(schema, owner)) === path.at(-1)),
  );
}

function toProblems(issue: Issue, schema: z.ZodType, code: string, data: unknown): Problem[] {
  const path = issue.path as DocumentPath;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    const owner = path.length === 0 ? 'this file' : `\`${path.join('.')}\``;
    return issue.keys.map((key) => {
      const hint = keyHint(key, known, schema);
      const message = `\`${key}\` is no key of ${owner}`;
      return { code, path: [...path, key], atKey: true, message, ...(hint && { hint }) };
    });
  }
  if (issue.code === 'invalid_key')
    return [{ code, path, atKey: true, message: `\`${path.at(-1)}\`: ${issue.issues[0]?.message ?? issue.message}` }];
  if (issue.code === 'invalid_union') {
    const inner = nearestBranch(issue.errors as Issue[][]);
    if (inner)
      return inner.flatMap((each) =>
        toProblems({ ...each, path: [...path, ...each.path] } as Issue, schema, code, data),
      );
  }
  const value = valueAt(data, path);
  const hint = issue.code === 'invalid_type' ? howItIsWritten(value, path, schema) : undefined;
  return [{ code, path, ...(hint !== undefined && { hint }), ...sentence(issue, value) }];
}

/** How a value is written whose kind is another: an empty file, one word where several may stand, anything where a map is asked for. */
function howItIsWritten(value: unknown, path: DocumentPath, schema: z.ZodType): string | undefined {
  if (value === undefined) return undefined;
  if (path.length === 0 && value === null) {
    const [head] = (schemaAt(schema, ['dockwarden'])?.def as { values?: readonly string[] } | undefined)?.values ?? [];
    return head === undefined ? undefined : `begin it with dockwarden: ${head}`;
  }
  if (schemaAt(schema, path)?.safeParse([value]).success) return `write [${JSON.stringify(value)}]`;
  const known = knownKeys(schema, path);
  return path.length > 0 && known.length > 0 ? `keys here: ${known.join(', ')}` : undefined;
}

function keyHint(key: string, known: readonly string[], schema: z.ZodType): string | undefined {
  const near = suggest(key, known);
  if (near) return `did you mean \`${near}\`?`;
  const deeper = placeOfKey(schema, key);
  if (deeper) return `it stands elsewhere: ${deeper}`;
  return known.length > 0 ? `keys here: ${known.join(', ')}` : undefined;
}

/** Of a union's branches, the one that got furthest. */
function nearestBranch(branches: readonly Issue[][]): Issue[] | undefined {
  const deep = branches.filter((issues) =>
    issues.some((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys'),
  );
  return deep.length === 1 ? deep[0] : undefined;
}

function valueAt(data: unknown, path: DocumentPath): unknown {
  let value = data;
  for (const word of path)
    value = isMap(value) || Array.isArray(value) ? (value as Record<string, unknown>)[word as string] : undefined;
  return value;
}
