import { unknown } from '@dockwarden-internal/facts';
import { verdict } from './testing/verdict.ts';

const austen = { name: 'Austen', alive: false };
const byron = { name: 'Byron', alive: false };
const atwood = { name: 'Atwood', alive: true };

test.each([
  [{ authors: { some: { alive: true } } }, [austen, atwood], true],
  [{ authors: { some: { alive: true } } }, [austen], false],
  [{ authors: { every: { alive: false } } }, [austen, byron], true],
  [{ authors: { every: { alive: false } } }, [austen, atwood], false],
  [{ authors: { none: { alive: true } } }, [austen], true],
  [{ authors: { none: 'Austen' } }, [austen], false],
  [{ authors: { some: ['Austen', 'Byron'] } }, [byron], true],
  [{ authors: { some: { startsWith: 'A' } } }, [byron], false],
  [{ authors: { has: 'Byron' } }, [austen, byron], true],
  [{ authors: { hasAll: ['Austen', 'Byron'] } }, [byron], false],
  [{ authors: { count: 2 } }, [austen, byron], true],
  [{ authors: { count: { atMost: 1 } } }, [austen, byron], false],
  [{ authors: { empty: true } }, [], true],
  [{ authors: { ordered: true } }, [austen, byron], true],
  [{ authors: { ordered: true } }, [byron, austen], false],
  [{ authors: { ordered: ['B*', 'A*'] } }, [byron, austen, atwood], true],
  [{ authors: { some: { not: { alive: true } } } }, [atwood], false],
])('%j of %j is %s', (condition, authors, expected) => {
  expect(verdict(condition, { authors })).toBe(expected);
});

test('an absent collection is empty', () => {
  expect(verdict({ authors: { some: { alive: true } } }, {})).toBe(false);
  expect(verdict({ authors: { every: { alive: true } } }, {})).toBe(true);
  expect(verdict({ authors: { none: { alive: true } } }, {})).toBe(true);
  expect(verdict({ authors: { count: 0 } }, {})).toBe(true);
  expect(verdict({ authors: { empty: true } }, {})).toBe(true);
  expect(verdict({ authors: { has: 'Austen' } }, {})).toBe(false);
});

test('an element whose key is not known may be the one that is asked for', () => {
  const someone = { name: unknown };
  expect(verdict({ authors: { has: 'Austen' } }, { authors: [someone] })).toBeNull();
  expect(verdict({ authors: { has: 'Austen' } }, { authors: [someone, austen] })).toBe(true);
  expect(verdict({ authors: { hasAll: ['Austen', 'Byron'] } }, { authors: [someone, austen] })).toBeNull();
  expect(verdict({ authors: { has: 'Byron' } }, { authors: [{}, austen] })).toBe(false);
});

test('an open collection answers only what the known elements settle', () => {
  const open = (authors: unknown) => ({ authors, openAuthors: true });
  expect(verdict({ authors: { some: { alive: true } } }, open([austen]))).toBeNull();
  expect(verdict({ authors: { some: { alive: true } } }, open([atwood]))).toBe(true);
  expect(verdict({ authors: { every: { alive: true } } }, open([atwood]))).toBeNull();
  expect(verdict({ authors: { every: { alive: true } } }, open([austen]))).toBe(false);
  expect(verdict({ authors: { has: 'Byron' } }, open([austen]))).toBeNull();
  expect(verdict({ authors: { empty: true } }, open([]))).toBeNull();
  expect(verdict({ authors: { empty: false } }, open([austen]))).toBe(true);
  expect(verdict({ authors: { count: { atMost: 1 } } }, open([austen]))).toBeNull();
  expect(verdict({ authors: { count: { atMost: 1 } } }, open([austen, byron]))).toBe(false);
});

test('an unknown collection, and elements that cannot be told, are unknown', () => {
  expect(verdict({ authors: { empty: true } }, { authors: unknown })).toBeNull();
  expect(verdict({ authors: { some: { alive: true } } }, { authors: [{ name: 'X', alive: unknown }] })).toBeNull();
});

test.each([
  [{ authors: 'Austen' }, /authors is a collection, not a value \(use has, hasAll/],
  [{ authors: ['Austen'] }, /authors is a collection/],
  [{ 'authors.name': 'Austen' }, /authors is a collection; `authors\.name` cannot step through it/],
  [{ authors: { somme: 1 } }, /`somme` is no operator for a collection \(did you mean `some`\?\)/],
  [{ authors: { has: ['a'] } }, /has takes one value/],
  [{ authors: { some: { alive: true }, as: 'self' } }, /`self` is a word of the language/],
  [{ authors: { some: { alive: true }, as: 'sequel' } }, /`sequel` is a property of stage and cannot be a name/],
  [{ authors: { some: { not: 'Austen' } } }, /not takes a condition here \(for one value write name: { not: … }\)/],
  [{ authors: { has: 'x', as: 'it' } }, /as stands beside exactly one of/],
  [{ authors: { some: { nmae: 'x' } } }, /`nmae` does not exist on instruction \(did you mean `name`\?\)/],
  [{ authors: {} }, /a collection needs an operator/],
])('%j is refused', (condition, message) => {
  expect(verdict(condition, {})).toMatch(message);
});
