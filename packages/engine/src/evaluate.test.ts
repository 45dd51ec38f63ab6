import type { PolicyDocument } from '@dockwarden-internal/policy';
import { compileToy } from '@dockwarden-internal/policy/testing/compile-toy';
import { type Book, unknown } from '@dockwarden-internal/policy/testing/toy-vocabulary';
import { evaluate } from './evaluate.ts';

/** Whether a check reports a book: `certain`, `unsure`, or not at all. */
function verdict(part: Partial<PolicyDocument>, book: Book): string {
  const { checks, problems } = compileToy(part);
  expect(problems).toEqual([]);
  const hits: string[] = [];
  for (const check of checks) evaluate(check, book, ({ certain }) => hits.push(certain ? 'certain' : 'unsure'));
  return hits.join(' ');
}

const report = { unknown: 'report' } as const;

describe('where', () => {
  const part = { where: { genre: 'novel' }, forbid: { lent: true } };
  test.each([
    ['novel', 'certain'],
    ['poem', ''],
    [unknown, ''],
    [undefined, ''],
  ])('%p: %j', (genre, expected) => expect(verdict({ ...part, ...report }, { genre, lent: true })).toBe(expected));
});

describe('unless', () => {
  const part = { unless: { genre: 'poem' }, forbid: { lent: true } };
  test('true exempts, false does not', () => {
    expect(verdict(part, { genre: 'poem', lent: true })).toBe('');
    expect(verdict(part, { genre: 'novel', lent: true })).toBe('certain');
  });
  test('unknown makes the verdict unknown', () => {
    expect(verdict(part, { genre: unknown, lent: true })).toBe('');
    expect(verdict({ ...part, ...report }, { genre: unknown, lent: true })).toBe('unsure');
    expect(verdict({ ...part, ...report }, { genre: unknown, lent: false })).toBe('');
  });
});

describe('require and forbid', () => {
  test.each([
    [{ require: { lent: true } }, false, 'certain'],
    [{ require: { lent: true } }, true, ''],
    [{ require: { lent: true } }, unknown, ''],
    [{ require: { lent: true }, ...report }, unknown, 'unsure'],
    [{ require: { lent: true } }, undefined, 'certain'],
    [{ forbid: { lent: true } }, true, 'certain'],
    [{ forbid: { lent: true } }, unknown, ''],
    [{ forbid: { lent: true }, ...report }, unknown, 'unsure'],
    [{ forbid: { lent: true } }, undefined, ''],
  ])('%j of %p', (part, lent, expected) => expect(verdict(part, { lent })).toBe(expected));
});

describe('each', () => {
  const check = { each: 'authors', where: { name: { startsWith: 'A' } }, require: { alive: true } };
  const part = { where: { genre: 'novel' }, checks: { alive: check } };
  const authors = [
    { name: 'Ann', alive: false },
    { name: 'Bob', alive: false },
    { name: 'Art', alive: true },
    { name: 'Ada', alive: false },
  ];

  test('judges element by element; where is about the element, that of the policy about the owner', () => {
    expect(verdict(part, { genre: 'novel', authors })).toBe('certain certain');
    expect(verdict(part, { genre: 'poem', authors })).toBe('');
  });

  test('what is absent or unknown has no elements', () => {
    expect(verdict({ ...part, ...report }, { genre: 'novel' })).toBe('');
    expect(verdict({ ...part, ...report }, { genre: 'novel', authors: unknown })).toBe('');
  });

  test('unless of owner or element, unknown, makes the verdict unknown', () => {
    const owner = { ...part, unless: { lent: true }, ...report };
    expect(verdict(owner, { genre: 'novel', authors, lent: unknown })).toBe('unsure unsure');
    const element = { ...part, checks: { alive: { ...check, unless: { name: 'Ada' } } } };
    expect(verdict(element, { genre: 'novel', authors })).toBe('certain');
  });
});

describe('what is missing', () => {
  function missing(part: Partial<PolicyDocument>, book: Book): readonly string[] {
    const found: string[] = [];
    for (const check of compileToy(part).checks) evaluate(check, book, ({ env }) => found.push(...env.missing));
    return found;
  }
  const needsX = { notes: { hasAll: ['x', 'y'] } };

  test('is what the verdict did not find, also where that is not certain', () => {
    expect(missing({ require: needsX }, { notes: ['y'] })).toEqual(['x']);
    const authors = { authors: [{ name: 'Ann' }], openAuthors: true };
    expect(missing({ require: { authors: { hasAll: ['Ann', 'Bob'] } }, ...report }, authors)).toEqual(['Bob']);
  });

  test('is not what an exemption did not find', () => {
    expect(missing({ unless: { notes: { hasAll: ['z'] } }, forbid: { lent: true } }, { lent: true })).toEqual([]);
    const part = { where: { not: needsX }, unless: { notes: { hasAll: ['z'] } }, forbid: { lent: true } };
    expect(missing(part, { notes: ['y'], lent: true })).toEqual(['x']);
  });
});
