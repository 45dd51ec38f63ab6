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
  const { always, withValue, property } = indexChecks(checksOfPolicies(policies)).byKind.get(kind)!;
  const values = ['apt', 'apk', 'curl', 'run', 'copy', 'a*', 'other']
    .filter((value) => withValue(value).length > 0)
    .map((value) => `${value}: ${idsOf(withValue(value))}`);
  return { property, always: always().map((check) => check.id), values };
};

test('checks are sorted by what `where` demands of the name, in a term as well', () => {
  const policies = [
    policy('one', { where: { name: 'apt' } }),
    policy('two', { where: { name: ['apt', 'apk'] } }),
    policy('term', { where: { is: 'curl' }, terms: { curl: { name: 'curl' } } }),
    policy('glob', { where: { name: { glob: 'a*' } } }),
    policy('any', { where: { any: [{ name: 'apt' }, { name: 'apk' }] } }),
    policy('none', {}),
  ];
  expect(bucketsOf(policies, 'command')).toEqual({
    property: 'name',
    always: ['test/glob', 'test/any', 'test/none'],
    values: ['apt: test/one test/two', 'apk: test/two', 'curl: test/term'],
  });
});

test('`on: run` is an instruction with that keyword', () => {
  const run = policy('run', { on: 'run', forbid: { keyword: 'run' } });
  expect(bucketsOf([run], 'instruction')).toEqual({ property: 'keyword', always: [], values: ['run: test/run'] });
});

test('a check’s own `where` counts, but not that of elements', () => {
  const checks = {
    own: { where: { keyword: 'copy' }, forbid: { keyword: 'copy' } },
    each: { each: 'flags', where: { name: '--from' }, forbid: { name: '--from' } },
  };
  expect(bucketsOf([policy('checks', { on: 'instruction', forbid: undefined, checks })], 'instruction')).toEqual({
    property: 'keyword',
    always: ['test/checks/each'],
    values: ['copy: test/checks/own'],
  });
});

test('kinds without a property to sort by have one list', () => {
  const stage = policy('stage', { on: 'stage', where: { name: 'x' }, forbid: { name: 'x' } });
  expect(bucketsOf([stage], 'stage')).toEqual({ property: undefined, always: ['test/stage'], values: [] });
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
  expect(compiled).toEqual([]);
  expect(idsOf(index.checks)).toBe('test/always test/two test/other');
  checks.withValue('apt');
  checks.withValue('apt');
  checks.withValue('unheard-of');
  expect(compiled).toEqual(['test/two']);
  expect(checks.withValue('apk')).toEqual(checks.withValue('apt'));
  expect(checks.always()).toBe(checks.always());
  expect(compiled).toEqual(['test/two', 'test/two', 'test/always']);
});
