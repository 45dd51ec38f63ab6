import { isUnsure, type Maybe, type Scalar, type ScalarType, unknown, unresolved } from '@dockwarden-internal/facts';
import { isMap } from '@dockwarden-internal/syntax';
import type { Env } from './env.ts';
import { type Kleene, not } from './kleene.ts';
import { compareVersions, spelled } from './literal.ts';
import { type Operand, readOperand } from './operand.ts';
import { operatorFault, type ScalarOperator } from './operators.ts';
import { globTest, type TextTest } from './pattern.ts';
import type { DocumentPath } from './problem.ts';
import { problem, type Reading } from './reading.ts';

/** A compiled matcher of one value, and what it expects in words. */
export interface ScalarMatcher {
  readonly test: (value: Maybe<unknown>, env: Env) => Kleene;
  readonly expected: string;
}

export interface ScalarKind {
  readonly scalar: ScalarType;
  readonly values?: readonly string[];
}

/** `scalar | [scalar…] | { operator: value, … }` over one value. */
export function scalarMatcher(
  matcher: unknown,
  type: ScalarKind,
  reading: Reading,
  at: DocumentPath,
): ScalarMatcher | undefined {
  if (!isMap(matcher)) return equality(matcher, type, reading, at);
  const operators = Object.keys(matcher);
  if (operators.length === 0)
    return problem(reading, at, 'an empty map says nothing', 'name an operator, or leave the entry out');
  if (operators.length === 1 && (operators[0] === 'param' || operators[0] === 'fact'))
    return equality(matcher, type, reading, at);
  const parts: ScalarMatcher[] = [];
  for (const name of operators) {
    const part = operator(name, matcher[name], type, reading, [...at, name]);
    if (!part) return undefined;
    parts.push(part);
  }
  if (parts.length === 1) return parts[0];
  return {
    test: (value, env) => {
      let result: Kleene = true;
      for (const part of parts) {
        const answer = part.test(value, env);
        if (answer === false) return false;
        if (answer === null) result = null;
      }
      return result;
    },
    expected: parts.map((part) => part.expected).join(' and '),
  };
}

function operator(
  name: string,
  value: unknown,
  type: ScalarKind,
  reading: Reading,
  at: DocumentPath,
): ScalarMatcher | undefined {
  const fault = operatorFault(name, type.scalar);
  if (fault) return problem(reading, at, fault.message, fault.hint);
  const word = name as ScalarOperator;
  switch (word) {
    case 'exists':
      return existence(value, reading, at);
    case 'not':
      return negation(value, type, reading, at);
    case 'equals':
    case 'oneOf':
      return equality(value, type, reading, at);
    case 'matches':
    case 'glob':
    case 'startsWith':
    case 'under':
      return textOperator(word, value, reading, at);
    case 'atLeast':
    case 'atMost':
      return orderOperator(word, value, type, reading, at);
  }
}

function existence(value: unknown, reading: Reading, at: DocumentPath): ScalarMatcher | undefined {
  if (typeof value !== 'boolean') return problem(reading, at, 'exists takes true or false');
  return { test: (found) => exists(found, value), expected: value ? 'to be there' : 'to be absent' };
}

/** `exists` is true of what is written but cannot be worked out. */
export function exists(found: Maybe<unknown>, wanted: boolean): Kleene {
  if (found === unknown) return null;
  return (found !== undefined) === wanted;
}

function negation(value: unknown, type: ScalarKind, reading: Reading, at: DocumentPath): ScalarMatcher | undefined {
  const inner = scalarMatcher(value, type, reading, at);
  return inner && { test: (found, env) => not(inner.test(found, env)), expected: `not ${inner.expected}` };
}

function equality(value: unknown, type: ScalarKind, reading: Reading, at: DocumentPath): ScalarMatcher | undefined {
  const operand = readOperand(value, type, reading, at);
  if (!operand) return undefined;
  if ('read' in operand)
    return dynamic(operand, `the same as ${operand.path.text}`, (found, wanted) => wanted.includes(found));
  const { fixed } = operand;
  const wantedTexts = fixed.map((each) => spelled(each, type.scalar));
  const expected = fixed.length === 1 ? wantedTexts[0]! : `one of ${wantedTexts.join(', ')}`;
  if (fixed.length === 1) {
    const only = fixed[0];
    return { test: (found) => (found === only ? true : isUnsure(found) ? null : false), expected };
  }
  const wanted = new Set<unknown>(fixed);
  return { test: (found) => (isUnsure(found) ? null : wanted.has(found)), expected };
}

/** A comparison with another fact: unknown there is unknown here; absent there equals nothing. */
function dynamic(
  operand: Extract<Operand, { read: unknown }>,
  expected: string,
  compare: (found: Scalar, wanted: readonly Scalar[]) => boolean,
): ScalarMatcher {
  return {
    test: (found, env) => {
      const wanted = operand.read(env);
      if (found === undefined || wanted === undefined) return false;
      if (isUnsure(found) || isUnsure(wanted)) return null;
      return compare(found as Scalar, wanted);
    },
    expected,
  };
}

function textOperator(
  word: 'matches' | 'glob' | 'startsWith' | 'under',
  value: unknown,
  reading: Reading,
  at: DocumentPath,
): ScalarMatcher | undefined {
  const operand = readOperand(value, { scalar: 'string' }, reading, at);
  if (!operand) return undefined;
  if ('read' in operand) {
    if (word !== 'startsWith' && word !== 'under')
      return problem(reading, at, `${word} takes a pattern, not another fact`);
    return dynamic(operand, `${word} ${operand.path.text}`, (found, wanted) =>
      wanted.some((prefix) => textTests[word](String(prefix))(String(found))),
    );
  }
  const tests: TextTest[] = [];
  for (const text of operand.fixed) {
    const test = word === 'matches' ? reading.compilePattern(String(text)) : textTests[word](String(text));
    if (typeof test !== 'function')
      return problem(
        reading,
        at,
        `\`${text}\` is no regular expression that can be used here: ${test.error}`,
        'RE2 syntax: no look-around, no back-references',
      );
    tests.push(test);
  }
  return {
    test: (found) => {
      if (found === undefined) return false;
      if (isUnsure(found)) return null;
      const text = String(found);
      for (const test of tests) if (test(text)) return true;
      return false;
    },
    expected: `${word} ${operand.fixed.join(' or ')}`,
  };
}

const textTests: Record<'glob' | 'startsWith' | 'under', (text: string) => TextTest> = {
  glob: globTest,
  startsWith: (prefix) => (text) => text.startsWith(prefix),
  under: (folder) => {
    const inside = folder.endsWith('/') ? folder : `${folder}/`;
    return (text) => text === folder || text.startsWith(inside) || `${text}/` === inside;
  },
};

function orderOperator(
  word: 'atLeast' | 'atMost',
  value: unknown,
  type: ScalarKind,
  reading: Reading,
  at: DocumentPath,
): ScalarMatcher | undefined {
  const operand = readOperand(value, type, reading, at);
  if (!operand) return undefined;
  if (!('read' in operand) && operand.listed) return problem(reading, at, `${word} takes one value`);
  const compare = (found: Scalar, wanted: Scalar) => {
    const order =
      type.scalar === 'version' ? compareVersions(String(found), String(wanted)) : Number(found) - Number(wanted);
    return word === 'atLeast' ? order >= 0 : order <= 0;
  };
  const written = isMap(value) ? reading.params[String(value['param'])]?.value : value;
  const limitText = 'read' in operand ? operand.path.text : String(written);
  const expected = `${word === 'atLeast' ? 'at least' : 'at most'} ${limitText}`;
  if ('read' in operand)
    return dynamic(operand, expected, (found, wanted) => wanted.every((each) => compare(found, each)));
  const limit = operand.fixed[0]!;
  return {
    test: (found) =>
      found === undefined ? false : found === unknown || found === unresolved ? null : compare(found as Scalar, limit),
    expected,
  };
}
