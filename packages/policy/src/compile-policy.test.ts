import { compileToy } from './testing/compile-toy.ts';

test('a check is named by its policy and itself, and has the severity of the nearest that says one', () => {
  const part = {
    checks: {
      long: { forbid: { pages: { atLeast: 900 } } },
      lent: { severity: 'info' as const, forbid: { lent: true } },
    },
  };
  expect(compileToy(part).checks.map(({ id, severity }) => [id, severity])).toEqual([
    ['shelf/book/long', 'warning'],
    ['shelf/book/lent', 'info'],
  ]);
  expect(compileToy(part, { severity: 'error' }).checks.map(({ severity }) => severity)).toEqual(['error', 'info']);
  expect(compileToy(part, { severity: 'off' }).checks).toEqual([]);
  expect(compileToy(part, { severity: 'off', checks: { lent: 'error' } }).checks.map(({ id }) => id)).toEqual([
    'shelf/book/lent',
  ]);
  expect(compileToy(part, { checks: { long: 'off' } }).checks.map(({ id }) => id)).toEqual(['shelf/book/lent']);
});

test('whether the unknown is reported is set for the policy, and for a check over it', () => {
  const part = {
    unknown: 'report' as const,
    checks: {
      long: { forbid: { pages: { atLeast: 900 } } },
      lent: { unknown: 'skip' as const, forbid: { lent: true } },
    },
  };
  const reported = (settings: object) => compileToy(part, settings).checks.map(({ reportUnknown }) => reportUnknown);
  expect(reported({})).toEqual([true, false]);
  expect(reported({ unknown: 'report' })).toEqual([true, true]);
  expect(reported({ unknown: 'skip', unknowns: { lent: 'report' } })).toEqual([false, true]);
  expect(reported({ unknowns: { long: 'skip' } })).toEqual([false, false]);
});

test('parameters are folded in, amended by configuration, and checked against their declaration', () => {
  const params = {
    banned: { description: 'Titles.', type: 'array' as const, items: { type: 'string' as const }, default: ['Emma'] },
  };
  const part = {
    params,
    where: { 'params.banned': { empty: false } },
    forbid: { title: { oneOf: { param: 'banned' } } },
  };
  const says = (settings: object, title: string) => {
    const [check] = compileToy(part, settings).checks;
    return check?.verdict.test({ title }, { on: {}, self: {}, bound: new Map(), missing: [] });
  };
  expect(says({}, 'Emma')).toBe(true);
  expect(says({ params: { banned: ['Ulysses'] } }, 'Emma')).toBe(false);
  expect(says({ params: { banned: { add: ['Ulysses'], remove: ['Emma'] } } }, 'Ulysses')).toBe(true);
  expect(compileToy(part, { params: { banned: [] } }).checks).toEqual([]);
  expect(compileToy(part, { params: { baned: [] } }).problems[0]).toMatchObject({
    message: 'shelf/book has no parameter `baned`',
    hint: 'did you mean `banned`?',
  });
  expect(compileToy(part, { params: { banned: 'x' } }).problems[0]!.message).toBe('shelf/book: "x" is no list');
  expect(compileToy({ forbid: { title: { param: 'nope' } } }).problems[0]!.message).toBe(
    'there is no parameter `nope` in this policy',
  );
});

test('each steps into a collection: its where and verdict are about the element', () => {
  const { checks } = compileToy({
    checks: {
      alive: {
        each: 'authors',
        where: { name: 'Atwood' },
        forbid: { alive: true },
        message: '{{ on.title }} by {{ name }}',
      },
    },
  });
  expect(checks[0]).toMatchObject({ on: 'stage', selfKind: 'instruction' });
  expect(compileToy({ checks: { x: { each: 'title', forbid: { lent: true } } } }).problems[0]!.message).toBe(
    'title is no collection of facts',
  );
});

test('of two subjects a fault says which is meant, and where the word belongs', () => {
  const said = (part: object) => compileToy(part).problems.map(({ message, hint }) => `${message} (${hint})`);
  const each = { each: 'authors', forbid: { alive: true } };
  expect(said({ checks: { x: { ...each, where: { lent: true } } } })).toEqual([
    "`lent` does not exist on instruction, which `each` steps into (the stage has it: write `on.lent`, or move it to the policy's `where`)",
  ]);
  expect(said({ checks: { x: { ...each, where: { 'on.lent': true } } } })).toEqual([]);
  expect(said({ where: { alive: true }, checks: { x: each } })).toEqual([
    "`alive` does not exist on stage, which the policy is on (each instruction has it: write it in the check's own `where`)",
  ]);
  expect(said({ where: { alive: true }, forbid: { lent: true } })[0]).toMatch(/^`alive` does not exist on stage \(/);
});

test('a name bound by `as` can be pointed at only where a finding implies it', () => {
  const unbound = 'a finding does not imply that `as: poet` has bound anything';
  const bound = { authors: { some: { alive: true }, as: 'poet' } };
  expect(compileToy({ forbid: bound, at: 'poet', message: '{{ poet.name }}' }).problems).toEqual([]);
  expect(compileToy({ require: bound, at: 'poet' }).problems[0]!.message).toBe(unbound);
  expect(compileToy({ forbid: { any: [bound, { lent: true }] }, at: 'poet' }).problems[0]!.message).toBe(unbound);
  expect(compileToy({ forbid: { any: [bound, bound] }, at: 'poet' }).problems).toEqual([]);
  expect(compileToy({ require: { not: bound }, at: 'poet' }).problems).toEqual([]);
  expect(compileToy({ require: { authors: { every: { alive: true }, as: 'poet' } }, at: 'poet' }).problems).toEqual([]);
});

test('a collection is no place, but may be related', () => {
  expect(compileToy({ forbid: { lent: true }, at: 'authors' }).problems[0]!.message).toMatch(
    /is a collection and has no place/,
  );
  expect(compileToy({ forbid: { lent: true }, related: 'authors' }).problems).toEqual([]);
});

test('kinds, filters and fixes are checked', () => {
  expect(compileToy({ on: 'stagee', forbid: { lent: true } }).problems[0]).toMatchObject({
    message: 'there is no kind of fact `stagee`',
    hint: 'did you mean `stage`?',
  });
  expect(compileToy({ forbid: { lent: true }, message: '{{ title | uper }}' }).problems[0]!.hint).toBe(
    'did you mean `upper`?',
  );
  expect(compileToy({ forbid: { lent: true }, fix: { insert: 'x' } }).problems[0]!.message).toBe(
    'insert says where: after or before a path',
  );
  expect(
    compileToy({ forbid: { lent: true }, fix: { replace: 'sequel', with: '{{ resolve.digest }}' } }).problems[0]!
      .message,
  ).toBe('a fix that looks something up is unsafe');
  expect(compileToy({ forbid: { lent: true }, fix: { set: 'title', to: 'x' } }).problems[0]!.message).toBe(
    'title is not written in YAML and cannot be set',
  );
  expect(compileToy({ forbid: { lent: true }, fix: { sort: 'authors' } }).problems[0]!.message).toBe(
    'sort needs `ordered` on authors in the same check',
  );
});

test('subjects are sorted by what where demands of them', () => {
  expect(compileToy({ on: 'run', forbid: { alive: true } }).checks[0]!.discriminator).toEqual({
    property: 'keyword',
    values: new Set(['run']),
  });
  const terms = { copies: { keyword: ['copy', 'add'] } };
  expect(
    compileToy({ on: 'instruction', terms, where: { is: 'copies' }, forbid: { alive: true } }).checks[0]!.discriminator,
  ).toEqual({ property: 'keyword', values: new Set(['copy', 'add']) });
});

test('a check that is held keeps severity and parameters of its own', () => {
  const { checks } = compileToy(
    {
      params: { names: { description: 'Names.', type: 'array', items: { type: 'string' }, default: [] } },
      checks: {
        a: { forbid: { title: { oneOf: { param: 'names' } } } },
        b: { forbid: { title: { oneOf: { param: 'names' } } } },
      },
    },
    { severity: 'off', params: { names: ['Emma'] }, held: { a: { severity: 'error', params: { names: ['Dune'] } } } },
  );
  expect(checks.map(({ id, severity }) => `${id} ${severity}`)).toEqual(['shelf/book/a error']);
  const env = (title: string) => ({ on: {}, self: { title }, bound: new Map(), missing: [] });
  const titles = ['Emma', 'Dune'].filter((title) => checks[0]!.verdict.test({ title }, env(title)));
  expect(titles).toEqual(['Dune']);
});
