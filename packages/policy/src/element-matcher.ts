import { isUnsure } from '@dockwarden-internal/facts';
import { isMap } from '@dockwarden-internal/syntax';
import { readCondition } from './condition.ts';
import type { Env } from './env.ts';
import type { FactPath } from './fact-path.ts';
import type { Kleene } from './kleene.ts';
import { type Bindings, noBindings } from './names.ts';
import { keyOf } from './operand.ts';
import { scalarOperators } from './operators.ts';
import type { DocumentPath } from './problem.ts';
import { problem, propertiesOf, type Reading } from './reading.ts';
import { scalarMatcher } from './scalar-matcher.ts';

type ElementMatcher = Bindings & { readonly test: (element: unknown, env: Env) => Kleene };

/** A matcher of one element: of its key where a value or a scalar's operator is written, else a condition on the fact. */
export function elementMatcher(
  path: FactPath,
  matcher: unknown,
  reading: Reading,
  at: DocumentPath,
): ElementMatcher | undefined {
  const { type } = path;
  if (type.shape !== 'facts') {
    const scalar = scalarMatcher(matcher, type.shape === 'scalars' ? type : { scalar: 'string' }, reading, at);
    return scalar && { ...noBindings, test: scalar.test };
  }
  const properties = propertiesOf(reading, type.kind);
  if (isMap(matcher) && !Object.keys(matcher).some((word) => isScalarWord(word) && !Object.hasOwn(properties, word))) {
    const condition = readCondition(matcher, type.kind, reading, at);
    return (
      condition && {
        ...condition,
        test: (element, env) => (isUnsure(element) ? null : condition.test(element as object, env)),
      }
    );
  }
  const key = keyOf(type.kind, reading);
  if (!key)
    return problem(
      reading,
      at,
      `a ${type.kind} has no key that a value could be held against`,
      'write a condition: { property: … }',
    );
  const scalar = scalarMatcher(matcher, key, reading, at);
  return scalar && { ...noBindings, test: (element, env) => scalar.test(key.read(element), env) };
}

function isScalarWord(word: string): boolean {
  // `not` is a combinator too; beside facts it negates a condition.
  return (
    word !== 'not' && ((scalarOperators as readonly string[]).includes(word) || word === 'param' || word === 'fact')
  );
}
