import { isMap, suggest } from '@dockwarden-internal/syntax';
import type * as z from 'zod';

export type Issue = z.core.$ZodIssue;

/** What a value is, and what it should be, in words; with what was probably meant. */
export function sentence(issue: Issue, value: unknown): { readonly message: string; readonly hint?: string } {
  const name = issue.path.length === 0 ? 'the file' : `\`${issue.path.join('.')}\``;
  const wanted = wantedBy(issue);
  const [only] = wanted.values;
  if (value === undefined) {
    const hint = wanted.values.length === 1 ? `write ${issue.path.join('.')}: ${only}` : undefined;
    return { message: `${name} is missing`, ...(hint && { hint }) };
  }
  if (issue.code === 'too_small' && typeof value !== 'number') return { message: `${name} is empty` };
  if (issue.code === 'too_small') return { message: `${name} is ${value}, but must be at least ${issue.minimum}` };
  if (issue.code === 'too_big' && typeof value === 'number')
    return { message: `${name} is ${value}, but must be at most ${issue.maximum}` };
  if (issue.code === 'invalid_format' && issue.format === 'date')
    return { message: `${name} is no date`, hint: 'write a day that there is, as YYYY-MM-DD' };
  if (issue.code === 'invalid_format')
    return { message: issue.format === 'regex' ? `${name}: ${issue.message}` : `${name} is no ${issue.format}` };
  const choices = [...wanted.values.map((each) => JSON.stringify(each)), ...wanted.types];
  if (choices.length === 0) return { message: `${name} does not fit: ${issue.message}` };
  const near = typeof value === 'string' && choices.length > 1 && suggest(value, wanted.values.map(String));
  return {
    message: `${name} is ${shown(value, wanted.values.length > 0)}, but must be ${choices.join(' or ')}`,
    ...(near && { hint: `did you mean \`${near}\`?` }),
  };
}

interface Wanted {
  readonly values: readonly unknown[];
  readonly types: readonly string[];
}

/** The values and types that would do; of a union those of all its branches. */
function wantedBy(issue: Issue): Wanted {
  switch (issue.code) {
    case 'invalid_value':
      return { values: issue.values, types: [] };
    case 'invalid_type':
      return { values: [], types: [plain[issue.expected] ?? issue.expected] };
    case 'invalid_union': {
      const branches = issue.errors.flat().map(wantedBy);
      const once = <T>(items: readonly T[]) => [...new Set(items)];
      return {
        values: once(branches.flatMap(({ values }) => values)),
        types: once(branches.flatMap(({ types }) => types)),
      };
    }
    default:
      return { values: [], types: [] };
  }
}

const plain: Record<string, string> = {
  record: 'a map',
  object: 'a map',
  array: 'a list',
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

/** A scalar as it is where single values would do, else what kind of value it is. */
function shown(value: unknown, exact: boolean): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (isMap(value)) return 'a map';
  return exact ? JSON.stringify(value) : typeof value === 'string' ? 'text' : `a ${typeof value}`;
}
