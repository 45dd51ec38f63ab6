import { unknown, unresolved } from '@dockwarden-internal/facts';
import { verdict } from './testing/verdict.ts';

test.each([
  [{ title: 'Emma' }, { title: 'Emma' }, true],
  [{ title: 'Emma' }, { title: 'Ulysses' }, false],
  [{ title: ['Emma', 'Persuasion'] }, { title: 'Emma' }, true],
  [{ title: { not: 'Emma' } }, { title: 'Ulysses' }, true],
  [{ title: { not: ['Emma', 'Ulysses'] } }, { title: 'Ulysses' }, false],
  [{ title: { exists: true, not: ['Emma'] } }, {}, false],
  [{ title: { matches: '^E' } }, { title: 'Emma' }, true],
  [{ title: { matches: '(?i)^e' } }, { title: 'Emma' }, true],
  [{ title: { matches: 'mm' } }, { title: 'Emma' }, true],
  [{ title: { glob: 'docker.io/*' } }, { title: 'docker.io/library/node' }, false],
  [{ title: { glob: 'docker.io/**' } }, { title: 'docker.io/library/node' }, true],
  [{ title: { startsWith: ['Em', 'Pe'] } }, { title: 'Persuasion' }, true],
  [{ title: { under: '/var/lib' } }, { title: '/var/lib/apt' }, true],
  [{ title: { under: '/var/lib' } }, { title: '/var/library' }, false],
  [{ title: { under: '/var/lib/' } }, { title: '/var/lib' }, true],
  [{ pages: { atLeast: 10, atMost: 20 } }, { pages: 15 }, true],
  [{ pages: { atLeast: 10, atMost: 20 } }, { pages: 25 }, false],
  [{ edition: { atLeast: '1.9' } }, { edition: '1.10' }, true],
  [{ door: '80' }, { door: 80 }, true],
  [{ lent: true }, { lent: false }, false],
  [{ genre: 'novel' }, { genre: 'novel' }, true],
])('%j of %j is %s', (condition, book, expected) => {
  expect(verdict(condition, book)).toBe(expected);
});

test('absent satisfies only `exists: false` and `not`', () => {
  expect(verdict({ title: 'Emma' }, {})).toBe(false);
  expect(verdict({ title: { startsWith: '' } }, {})).toBe(false);
  expect(verdict({ pages: { atLeast: 0 } }, {})).toBe(false);
  expect(verdict({ pages: { atMost: 9 } }, {})).toBe(false);
  expect(verdict({ title: { not: 'Emma' } }, {})).toBe(true);
  expect(verdict({ title: { exists: false } }, {})).toBe(true);
});

test('what cannot be told stays so; what is written but not resolved exists', () => {
  expect(verdict({ title: 'Emma' }, { title: unknown })).toBeNull();
  expect(verdict({ title: { not: 'Emma' } }, { title: unknown })).toBeNull();
  expect(verdict({ title: { exists: true } }, { title: unknown })).toBeNull();
  expect(verdict({ title: { exists: true } }, { title: unresolved })).toBe(true);
  expect(verdict({ title: { matches: 'E' } }, { title: unresolved })).toBeNull();
});

test.each([
  [{ title: { matchs: 'E' } }, /`matchs` is no operator, and this is text \(did you mean `matches`\?\)/],
  [{ title: 1.1 }, /1\.1 is a number where text is expected: write it in quotes/],
  [{ title: true }, /true is a boolean where text is expected/],
  [{ title: { matches: '(' } }, /is no regular expression/],
  [{ title: { atLeast: 'x' } }, /`atLeast` is for numbers, sizes, durations and versions, and this is text/],
  [{ title: null }, /nothing stands here \(what is not there is written { exists: false }\)/],
  [{ pages: { glob: '*' } }, /`glob` is for text, and this is a number/],
  [{ genre: 'novle' }, /`novle` is none of novel, poem \(did you mean `novel`\?\)/],
  [{ title: {} }, /an empty map says nothing/],
  [{ title: { exists: 'yes' } }, /exists takes true or false/],
  [{ pages: { atLeast: [1, 2] } }, /atLeast takes one value/],
  [{ title: [] }, /an empty list says nothing/],
  [{ title: { not: [] } }, /an empty list says nothing/],
  [{ notes: { hasAll: [] } }, /an empty list says nothing/],
  [{ notes: { count: 1.5 } }, /1\.5 is no count: counts are whole numbers from 0/],
  [{ notes: { count: { atMost: -1 } } }, /-1 is no count/],
  [{ notes: { count: {} } }, /an empty map says nothing/],
])('%j is refused', (condition, message) => {
  expect(verdict(condition, {})).toMatch(message);
});
