import { indexChecks } from './check-index.ts';
import { checksOfPolicies, type TestPolicy } from './testing/lint-files.ts';

const policy = (id: string, more: Partial<TestPolicy>): TestPolicy => ({
  id: `test/${id}`,
  on: 'command',
  forbid: { name: { exists: true } },
  ...more,
});

const idsOf = (checks: readonly { readonly id: string }[]) => checks.map((check) => check.id).join(' ');

const bucketsOf = (policies: TestPolicy[], kind: 'command' | 'instruction' | 'stage') => {
  const { always, sorted } = indexChecks(checksOfPolicies(policies)).byKind.get(kind)!;
  const values = sorted.flatMap(({ property, withValue }) =>
    ['apt', 'apk', 'curl', 'run', 'copy', 'a*', 'other']
      .filter((value) => withValue(value).length > 0)
      .map((value) => `${property} ${value}: ${idsOf(withValue(value))}`),
  );
  return { always: always().map((check) => check.id), values };
};

test('checks are sorted by what `where` demands of the name or the program, in a term as well', () => {
  const policies = [
    policy('one', { where: { name: 'apt' } }),
    policy('two', { where: { name: ['apt', 'apk'] } }),
    policy('term', { where: { is: 'curl' }, terms: { curl: { name: 'curl' } } }),
    policy('glob', { where: { name: { glob: 'a*' } } }),
    policy('any', { where: { any: [{ name: 'apt' }, { name: 'apk' }] } }),
    policy('program', { where: { program: ['apk', 'curl'], actions: { has: 'install' } } }),
    policy('both', { where: { program: 'apk', name: 'apt' } }),
    policy('none', {}),
  ];
  expect(bucketsOf(policies, 'command')).toEqual({
    always: ['test/glob', 'test/any', 'test/none'],
    values: [
      'name apt: test/one test/two test/both',
      'name apk: test/two',
      'name curl: test/term',
      'program apk: test/program',
      'program curl: test/program',
    ],
  });
});

test('`on: run` is an instruction with that keyword', () => {
  const run = policy('run', { on: 'run', forbid: { keyword: 'run' } });
  expect(bucketsOf([run], 'instruction')).toEqual({ always: [], values: ['keyword run: test/run'] });
});

test('a check’s own `where` counts, but not that of elements', () => {
  const checks = {
    own: { where: { keyword: 'copy' }, forbid: { keyword: 'copy' } },
    each: { each: 'flags', where: { name: '--from' }, forbid: { name: '--from' } },
  };
  expect(bucketsOf([policy('checks', { on: 'instruction', forbid: undefined, checks })], 'instruction')).toEqual({
    always: ['test/checks/each'],
    values: ['keyword copy: test/checks/own'],
  });
});

test('kinds without a property to sort by have one list', () => {
  const stage = policy('stage', { on: 'stage', where: { name: 'x' }, forbid: { name: 'x' } });
  expect(bucketsOf([stage], 'stage')).toEqual({ always: ['test/stage'], values: [] });
});

test('a check is compiled when a subject that it may concern arrives, and once', () => {
  const compiled: string[] = [];
  const planned = checksOfPolicies([
    policy('always', {}),
    policy('two', { where: { name: ['apt', 'apk'] } }),
    policy('other', { where: { name: 'curl' } }),
  ]).map((check) => ({
    ...check,
    compiled: () => {
      compiled.push(check.id);
      return check.compiled();
    },
  }));
  const index = indexChecks(planned);
  const checks = index.byKind.get('command')!;
  const { withValue } = checks.sorted[0]!;
  expect(compiled).toEqual([]);
  expect(idsOf(index.checks)).toBe('test/always test/two test/other');
  withValue('apt');
  withValue('apt');
  withValue('unheard-of');
  expect(compiled).toEqual(['test/two']);
  expect(withValue('apk')).toEqual(withValue('apt'));
  expect(checks.always()).toBe(checks.always());
  expect(compiled).toEqual(['test/two', 'test/two', 'test/always']);
});
