import { isUnsure, type Scalar } from '@dockwarden-internal/facts';
import { isMap, suggest } from '@dockwarden-internal/syntax';
import { type Collection, readCollection } from './collection.ts';
import type { Entry } from './condition.ts';
import { elementMatcher } from './element-matcher.ts';
import { type BoundType, bind, type Env } from './env.ts';
import type { FactPath } from './fact-path.ts';
import type { Kleene } from './kleene.ts';
import { allOf, type Bindings, bindsMissing, noBindings, noNames } from './names.ts';
import { readOperand, scalarsOf } from './operand.ts';
import { collectionOperators } from './operators.ts';
import { orderedMatcher } from './ordered.ts';
import type { DocumentPath } from './problem.ts';
import { giveName, problem, propertiesOf, type Reading, reservedWords } from './reading.ts';
import { repeatedList, stretchQuestion } from './stretches.ts';

/** A collection's own test: the elements that were read, and where to bind. */
type CollectionTest = Bindings & {
  readonly test: (collection: Collection, env: Env) => Kleene;
  readonly expected: string;
};

/** `{ some | every | none | has | hasAll | count | empty | ordered: …, as: name }` over a collection. */
export function collectionMatcher(
  path: FactPath,
  matcher: unknown,
  reading: Reading,
  at: DocumentPath,
): Entry | undefined {
  if (!isMap(matcher))
    return problem(
      reading,
      at,
      `${path.text} is a collection, not a value`,
      'use has, hasAll, some, every, none, count or empty',
    );
  const { as, ...tests } = matcher;
  const words = Object.keys(tests);
  const quantifiers = words.filter(
    (word) => word === 'some' || word === 'every' || word === 'none' || word === 'ordered',
  );
  const name = as === undefined ? undefined : bindingName(as, quantifiers, reading, [...at, 'as']);
  if (as !== undefined && name === undefined) return undefined;
  if (words.length === 0)
    return problem(reading, at, 'a collection needs an operator', `operators: ${collectionOperators.join(', ')}`);
  const parts: CollectionTest[] = [];
  for (const word of words) {
    const part = readOperator(word, tests[word], path, name, reading, [...at, word]);
    if (!part) return undefined;
    parts.push(part);
  }
  const bindings = allOf(parts);
  return {
    ...bindings,
    test: (fact, env) => {
      const collection = readCollection(path, fact, env);
      if (collection === null) return null;
      let result: Kleene = true;
      for (const part of parts) {
        const answer = part.test(collection, env);
        if (answer === false) return false;
        if (answer === null) result = null;
      }
      return result;
    },
    path,
    expected: parts.map((part) => part.expected).join(' and '),
  };
}

function bindingName(
  as: unknown,
  quantifiers: readonly string[],
  reading: Reading,
  at: DocumentPath,
): string | undefined {
  if (typeof as !== 'string' || !/^[a-z][A-Za-z0-9]*$/.test(as))
    return problem(reading, at, 'as takes a name such as `other`');
  if (reservedWords.has(as)) return problem(reading, at, `\`${as}\` is a word of the language and cannot be a name`);
  const owner = [reading.selfKind, reading.onKind].find((kind) => Object.hasOwn(propertiesOf(reading, kind), as));
  if (owner)
    return problem(reading, at, `\`${as}\` is a property of ${owner} and cannot be a name`, 'take another name');
  if (quantifiers.length !== 1)
    return problem(reading, at, 'as stands beside exactly one of some, every, none and ordered');
  return as;
}

function readOperator(
  word: string,
  value: unknown,
  path: FactPath,
  name: string | undefined,
  reading: Reading,
  at: DocumentPath,
): CollectionTest | undefined {
  switch (word) {
    case 'some':
    case 'every':
    case 'none':
      return quantifier(word, value, path, name, reading, at);
    case 'has':
    case 'hasAll':
      return membership(word, value, path, reading, at);
    case 'count':
    case 'empty':
      return size(word, value, reading, at);
    case 'exists':
      if (typeof value !== 'boolean') return problem(reading, at, 'exists takes true or false');
      return {
        ...noBindings,
        test: (collection) => collection.present === value,
        expected: value ? 'to be there' : 'to be absent',
      };
    case 'ordered':
      return orderedMatcher(value, path, name, reading, at);
    default: {
      const near = suggest(word, collectionOperators);
      return problem(
        reading,
        at,
        `\`${word}\` is no operator for a collection`,
        near ? `did you mean \`${near}\`?` : `operators: ${collectionOperators.join(', ')}`,
      );
    }
  }
}

/** What an element of a collection is, for a name bound to it. */
export function elementType(path: FactPath): BoundType {
  return path.type.shape === 'facts' ? { kind: path.type.kind } : 'string';
}

function quantifier(
  word: 'some' | 'every' | 'none',
  value: unknown,
  path: FactPath,
  name: string | undefined,
  reading: Reading,
  at: DocumentPath,
): CollectionTest | undefined {
  const type = elementType(path);
  if (name !== undefined) giveName(name, type, reading);
  const element = elementMatcher(path, value, reading, at);
  if (!element) return undefined;
  const bound = name === undefined ? noNames : new Map([[name, type]]);
  // `some` is settled by a hit, `none` likewise, `every` by a miss: that element is the one to bind.
  const settledBy = word !== 'every';
  const inner = settledBy ? element.whenTrue : element.whenFalse;
  const names = new Map([...inner, ...bound]);
  const askStretches = stretchQuestion(element.test, settledBy);
  const wholeAgain = repeatedList();
  return {
    whenTrue: word === 'some' ? names : noNames,
    whenFalse: word === 'some' ? noNames : names,
    test: (collection, env) => {
      let unsure = collection.open;
      const stretches = name === undefined && (collection.stretches ?? wholeAgain(collection.elements));
      const told = stretches && askStretches(stretches, env);
      if (told) return told.settled ? word === 'some' : unsure || told.unsure ? null : word !== 'some';
      for (const item of collection.elements) {
        if (name !== undefined) bind(env, name, item);
        const answer = element.test(item, env);
        if (answer === settledBy) return word === 'some';
        if (answer === null) unsure = true;
      }
      return unsure ? null : word !== 'some';
    },
    expected: word === 'some' ? 'some to fit' : word === 'every' ? 'every one to fit' : 'none to fit',
  };
}

function membership(
  word: 'has' | 'hasAll',
  value: unknown,
  path: FactPath,
  reading: Reading,
  at: DocumentPath,
): CollectionTest | undefined {
  const keys = scalarsOf(path, reading);
  if (!keys) return problem(reading, at, `elements of ${path.text} have no key`, 'use some: { … }');
  if (word === 'hasAll') reading.seen.add('missing');
  const operand = readOperand(value, { scalar: keys.scalar }, reading, at);
  if (!operand) return undefined;
  if (word === 'has' && !('read' in operand) && operand.listed)
    return problem(reading, at, 'has takes one value', 'use hasAll, or some: […] for any of them');
  return {
    ...(word === 'hasAll' ? bindsMissing : noBindings),
    test: ({ keys: found, open }, env) => {
      const wanted = 'read' in operand ? operand.read(env) : operand.fixed;
      if (wanted === undefined) return word === 'hasAll';
      if (isUnsure(wanted)) return null;
      const { known, unsure } = found(reading, path);
      const missing = (wanted as readonly Scalar[]).filter((each) => !known.includes(each));
      if (missing.length === 0) return true;
      if (word === 'hasAll') env.missing = missing.map(String);
      return open || unsure ? null : false;
    },
    expected: `to have ${'read' in operand ? operand.path.text : operand.fixed.join(', ')}`,
  };
}

function size(word: 'count' | 'empty', value: unknown, reading: Reading, at: DocumentPath): CollectionTest | undefined {
  if (word === 'empty') {
    if (typeof value !== 'boolean') return problem(reading, at, 'empty takes true or false');
    const test = ({ elements, open }: Collection): Kleene => (elements.length > 0 ? !value : open ? null : value);
    return { ...noBindings, test, expected: value ? 'to be empty' : 'not to be empty' };
  }
  const limits = typeof value === 'number' ? { atLeast: value, atMost: value } : countLimits(value, reading, at);
  if (!limits) return undefined;
  const { atLeast, atMost } = limits;
  const odd = [atLeast, atMost].find((limit) => limit !== undefined && !(Number.isInteger(limit) && limit >= 0));
  if (odd !== undefined) return problem(reading, at, `${odd} is no count: counts are whole numbers from 0`);
  const test = ({ elements, open }: Collection): Kleene => {
    if (atMost !== undefined && elements.length > atMost) return false;
    if (atLeast !== undefined && elements.length < atLeast) return open ? null : false;
    return open && atMost !== undefined ? null : true;
  };
  return {
    ...noBindings,
    test,
    expected:
      `a count ${atLeast === undefined ? '' : `of at least ${atLeast} `}${atMost === undefined ? '' : `of at most ${atMost}`}`.trim(),
  };
}

function countLimits(
  value: unknown,
  reading: Reading,
  at: DocumentPath,
): { atLeast?: number; atMost?: number } | undefined {
  if (!isMap(value)) return problem(reading, at, 'count takes a number, or { atLeast: …, atMost: … }');
  if (Object.keys(value).length === 0)
    return problem(reading, at, 'an empty map says nothing', 'count takes a number, or { atLeast: …, atMost: … }');
  const limits: Record<string, number> = {};
  for (const [word, limit] of Object.entries(value)) {
    if (word !== 'atLeast' && word !== 'atMost')
      return problem(reading, [...at, word], `\`${word}\` is no limit of a count`, 'use atLeast or atMost');
    const operand = readOperand(limit, { scalar: 'number' }, reading, [...at, word]);
    if (!operand) return undefined;
    if ('read' in operand || operand.listed)
      return problem(reading, [...at, word], 'a limit of a count is a number or a parameter');
    limits[word] = Number(operand.fixed[0]);
  }
  return limits;
}
