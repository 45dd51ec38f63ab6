import { isUnsure, type KindName, type Maybe, type Scalar, type ScalarType } from '@dockwarden-internal/facts';
import { isMap, suggest } from '@dockwarden-internal/syntax';
import type { Env } from './env.ts';
import { type FactPath, resolvePath } from './fact-path.ts';
import { readLiteral } from './literal.ts';
import type { DocumentPath } from './problem.ts';
import { kindOf, problem, type Reading } from './reading.ts';

/** The right side of an operator: fixed when the policy is read, or another fact's value. */
export type Operand =
  | { readonly fixed: readonly Scalar[]; readonly listed: boolean }
  | { readonly read: (env: Env) => Maybe<readonly Scalar[]>; readonly path: FactPath };

/** Reads `literal | [literal…] | { param } | { fact }` for a path of the given type. */
export function readOperand(
  value: unknown,
  type: { readonly scalar: ScalarType; readonly values?: readonly string[] },
  reading: Reading,
  at: DocumentPath,
): Operand | undefined {
  if (isMap(value)) {
    if (Object.keys(value).length === 1 && typeof value['param'] === 'string')
      return fromParam(value['param'], type, reading, [...at, 'param']);
    if (Object.keys(value).length === 1 && typeof value['fact'] === 'string')
      return fromFact(value['fact'], type.scalar, reading, [...at, 'fact']);
    return problem(reading, at, 'a value, a list, { param: name } or { fact: path } is expected here');
  }
  return fromLiterals(value, type, reading, at);
}

function fromLiterals(
  value: unknown,
  type: { scalar: ScalarType; values?: readonly string[]; mayBeEmpty?: true },
  reading: Reading,
  at: DocumentPath,
): Operand | undefined {
  const listed = Array.isArray(value);
  if (listed && value.length === 0 && !type.mayBeEmpty)
    return problem(reading, at, 'an empty list says nothing', 'leave it out, or name what it holds');
  const fixed: Scalar[] = [];
  for (const [index, item] of (listed ? value : [value]).entries()) {
    const itemAt = listed ? [...at, index] : at;
    const literal = readLiteral(item, type.scalar);
    if ('error' in literal) return problem(reading, itemAt, literal.error, literal.hint);
    if (type.values && !type.values.includes(String(literal.value))) {
      const near = suggest(String(literal.value), type.values);
      return problem(
        reading,
        itemAt,
        `\`${literal.value}\` is none of ${type.values.join(', ')}`,
        near ? `did you mean \`${near}\`?` : undefined,
      );
    }
    fixed.push(literal.value);
  }
  return { fixed, listed };
}

/** The declared parameter, or a report that there is none. */
export function findParam(name: string, reading: Reading, at: DocumentPath) {
  const param = Object.hasOwn(reading.params, name) ? reading.params[name] : undefined;
  if (param) return param.unfit ? undefined : param;
  const near = suggest(name, Object.keys(reading.params));
  return problem(
    reading,
    at,
    `there is no parameter \`${name}\` in this policy`,
    near ? `did you mean \`${near}\`?` : 'declare it under params',
  );
}

function fromParam(
  name: string,
  type: { scalar: ScalarType; values?: readonly string[] },
  reading: Reading,
  at: DocumentPath,
): Operand | undefined {
  const param = findParam(name, reading, at);
  // A configuration may empty a list.
  return param && fromLiterals(param.value, { ...type, mayBeEmpty: true }, reading, at);
}

function fromFact(text: string, expected: ScalarType, reading: Reading, at: DocumentPath): Operand | undefined {
  const root = text.split('.')[0]!;
  if (root !== 'self' && root !== 'on' && !reading.bound.has(root)) {
    return problem(
      reading,
      at,
      `\`${text}\` does not say whose it is`,
      `write self.${text} for the check's subject, or a name bound by \`as\``,
    );
  }
  const path = resolvePath(text, reading.selfKind, reading, at);
  if (!path) return undefined;
  const reader = scalarsOf(path, reading);
  if (!reader) return problem(reading, at, `${text} is a fact without a key; name one of its properties`);
  if (!comparable(reader.scalar, expected))
    return problem(reading, at, `${text} is a ${reader.scalar}, which cannot be held against a ${expected}`);
  return { read: (env) => reader.read(env.self, env), path };
}

function comparable(a: ScalarType, b: ScalarType): boolean {
  const text = (type: ScalarType) => type === 'string' || type === 'version';
  const number = (type: ScalarType) => type === 'number' || type === 'port' || type === 'size' || type === 'duration';
  return a === b || (text(a) && text(b)) || (number(a) && number(b));
}

/** Reads a path as scalars: a fact stands for its key, a collection for all of its elements. */
export function scalarsOf(path: FactPath, reading: Reading) {
  const { type } = path;
  if (type.shape === 'scalar' || type.shape === 'scalars') {
    return {
      scalar: type.scalar,
      read: (fact: object, env: Env) => asList(path.read(fact, env), (item) => item as Scalar),
    };
  }
  const key = keyOf(type.kind, reading);
  if (!key) return undefined;
  return { scalar: key.scalar, read: (fact: object, env: Env) => asList(path.read(fact, env), key.read) };
}

function asList(value: Maybe<unknown>, item: (value: unknown) => Maybe<Scalar>): Maybe<readonly Scalar[]> {
  if (value === undefined || isUnsure(value)) return value;
  const out: Scalar[] = [];
  for (const element of Array.isArray(value) ? value : [value]) {
    const scalar = item(element);
    if (scalar !== undefined && !isUnsure(scalar)) out.push(scalar);
    else if (!Array.isArray(value)) return scalar as Maybe<never>;
  }
  return out;
}

/** How a fact of a kind is read as the scalar that stands for it; undefined where nothing does. */
export function keyOf(kindName: KindName, reading: Reading) {
  const kind = kindOf(reading, kindName);
  const property = kind.key === undefined ? undefined : kind.properties[kind.key];
  if (property?.type.shape !== 'scalar') return undefined;
  const { read, type } = property;
  return {
    scalar: type.scalar,
    ...(type.values && { values: type.values }),
    read: read as (fact: unknown) => Maybe<Scalar>,
  };
}
