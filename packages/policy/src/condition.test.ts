import { unknown } from '@dockwarden-internal/facts';
import { compileToy } from './testing/compile-toy.ts';
import { envOf, verdict } from './testing/verdict.ts';

test('entries of a map must all hold; all, any and not combine', () => {
  expect(verdict({ title: 'Emma', pages: 3 }, { title: 'Emma', pages: 4 })).toBe(false);
  expect(verdict({ any: [{ title: 'Emma' }, { pages: 4 }] }, { title: 'X', pages: 4 })).toBe(true);
  expect(verdict({ all: [{ title: 'Emma' }, { not: { pages: 4 } }] }, { title: 'Emma', pages: 4 })).toBe(false);
  expect(verdict({ title: 'Emma', any: [{ pages: 4 }] }, { title: 'Emma', pages: 4 })).toBe(true);
});

test('false wins over unknown in a map, true in any', () => {
  expect(verdict({ title: 'Emma', pages: 4 }, { title: unknown, pages: 5 })).toBe(false);
  expect(verdict({ title: 'Emma', pages: 4 }, { title: unknown, pages: 4 })).toBeNull();
  expect(verdict({ any: [{ title: 'Emma' }, { pages: 4 }] }, { title: unknown, pages: 4 })).toBe(true);
});

test('a path through an absent link is absent, through an unknown one unknown', () => {
  expect(verdict({ 'sequel.title': { exists: false } }, {})).toBe(true);
  expect(verdict({ 'sequel.title': 'Emma' }, { sequel: { title: 'Emma' } })).toBe(true);
  expect(verdict({ 'sequel.title': 'Emma' }, { sequel: unknown })).toBeNull();
  expect(verdict({ sequel: { title: 'Emma', pages: 3 } }, { sequel: { title: 'Emma', pages: 3 } })).toBe(true);
  expect(verdict({ sequel: { exists: false } }, {})).toBe(true);
  expect(verdict({ sequel: { title: { not: 'Emma' } } }, {})).toBe(false);
});

test('another fact may be the value to compare with', () => {
  const same = { sequel: { title: { fact: 'self.title' } } };
  expect(verdict(same, { title: 'Emma', sequel: { title: 'Emma' } })).toBe(true);
  expect(verdict(same, { title: 'Emma', sequel: { title: 'Ulysses' } })).toBe(false);
  expect(verdict(same, { sequel: { title: 'Ulysses' } })).toBe(false);
  expect(verdict(same, { title: unknown, sequel: { title: 'Ulysses' } })).toBeNull();
  expect(verdict({ title: { fact: 'title' } }, {})).toMatch(/does not say whose it is \(write self\.title/);
  expect(verdict({ pages: { fact: 'self.title' } }, {})).toMatch(/is a string, which cannot be held against a number/);
});

test('an element bound by `as` can be compared with in what follows', () => {
  const condition = { authors: { some: { alive: true }, as: 'poet' }, title: { fact: 'poet.name' } };
  expect(verdict(condition, { title: 'Atwood', authors: [{ name: 'Atwood', alive: true }] })).toBe(true);
  expect(verdict(condition, { title: 'Emma', authors: [{ name: 'Atwood', alive: true }] })).toBe(false);
});

test('terms name a condition; cycles and misspellings are refused', () => {
  const terms = { long: { pages: { atLeast: 500 } }, odd: { is: 'even' }, even: { is: 'odd' } };
  const { checks } = compileToy({ terms, require: { is: 'long' } });
  expect(checks[0]!.verdict.test({ pages: 600 }, envOf({}))).toBe(true);
  expect(compileToy({ terms, require: { is: 'odd' } }).problems[0]!.message).toBe(
    'the term `odd` is defined by itself: odd → even → odd',
  );
  expect(compileToy({ terms, require: { is: 'lnog' } }).problems[0]!.hint).toBe('did you mean `long`?');
});

test.each([
  [{ titel: 'x' }, /`titel` does not exist on stage \(did you mean `title`\?\)/],
  [{ 'sequel.titel': 'x' }, /`titel` does not exist on stage \(did you mean `title`\?\)/],
  [{ 'title.length': 3 }, /title is a value, not a fact/],
  [{ sequel: 'x' }, /sequel is a stage, not a value/],
  [{ alll: [] }, /`alll` does not exist on stage \(did you mean `all`\?\)/],
  [{ any: [] }, /any takes a list of conditions/],
  [{}, /an empty condition says nothing/],
  [{ constructor: 'x' }, /`constructor` does not exist on stage/],
])('%j is refused', (condition, message) => {
  expect(verdict(condition, {})).toMatch(message);
});
