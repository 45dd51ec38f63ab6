import { isMap, suggest } from '@dockwarden-internal/syntax';
import type { FactPath } from './fact-path.ts';
import { readLiteral } from './literal.ts';
import { findParam } from './operand.ts';
import type { DocumentPath } from './problem.ts';
import { problem, type Reading } from './reading.ts';

/** What a key is set to: a parameter's value, or what is written; of a single value of the key's type. */
export function valueToSet(
  to: unknown,
  { type, text }: FactPath,
  reading: Reading,
  at: DocumentPath,
): { readonly value: unknown } | undefined {
  const name = isMap(to) && Object.keys(to).length === 1 && typeof to['param'] === 'string' ? to['param'] : undefined;
  const param = name === undefined ? undefined : findParam(name, reading, [...at, 'param']);
  if (name !== undefined && !param) return undefined;
  const value = param ? param.value : to;
  if (type.shape !== 'scalar' || isMap(value) || Array.isArray(value)) return { value };
  if (type.values && !type.values.includes(String(value))) {
    const near = suggest(String(value), type.values);
    const hint = near ? `did you mean \`${near}\`?` : undefined;
    return problem(reading, at, `${text} cannot be \`${value}\`: it is one of ${type.values.join(', ')}`, hint);
  }
  // Compose takes numbers for most texts.
  const literal = type.scalar === 'boolean' || type.scalar === 'duration' ? readLiteral(value, type.scalar) : undefined;
  return literal && 'error' in literal
    ? problem(reading, at, `${text} cannot be that: ${literal.error}`, literal.hint)
    : { value };
}
