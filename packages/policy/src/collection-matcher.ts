import { isMap, suggest } from '@dockwarden-internal/syntax';
import { type CollectionTest, readCollection } from './collection.ts';
import { collectionSize } from './collection-size.ts';
import type { Entry } from './condition.ts';
import { elementMatcher } from './element-matcher.ts';
import { type BoundType, bind } from './env.ts';
import type { FactPath } from './fact-path.ts';
import type { Kleene } from './kleene.ts';
import { membership } from './membership.ts';
import { allOf, noBindings, noNames } from './names.ts';
import { collectionOperators } from './operators.ts';
import { orderedMatcher } from './ordered.ts';
import type { DocumentPath } from './problem.ts';
import { giveName, problem, propertiesOf, type Reading, reservedWords } from './reading.ts';
import { repeatedList, stretchQuestion } from './stretches.ts';

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
      return collectionSize(word, value, reading, at);
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
