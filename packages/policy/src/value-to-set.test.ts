import { vocabulary } from '@dockwarden-internal/facts';
import { compilePolicy } from './compile-policy.ts';
import { platformPattern } from './pattern.ts';

/** What a fix sets, or why it cannot. */
function set(path: string, to: unknown, on = 'service'): unknown {
  const problems: string[] = [];
  const [check] = compilePolicy({
    document: {
      id: 'a/b',
      params: { often: { description: 'O.', type: 'string', default: 'always' } },
      on,
      forbid: { name: { exists: true } },
      fix: { set: path, to },
    } as never,
    vocabulary,
    compilePattern: platformPattern,
    report: ({ message, hint }) => problems.push(hint ? `${message} (${hint})` : message),
  });
  const fix = check?.telling().fix;
  return fix?.action === 'set' ? fix.value : problems;
}

test.each([
  ['restart', 'always'],
  ['readOnly', true],
  ['logging', { driver: 'json-file' }],
  ['capDrop', ['ALL']],
  ['healthcheck.interval', '30s'],
])('%s to %j', (path, to) => expect(set(path, to)).toEqual(to));

test('a parameter stands for its value', () => expect(set('restart', { param: 'often' })).toBe('always'));

test.each([
  ['readOnly', 'yes', 'readOnly cannot be that: "yes" is not true or false'],
  ['healthcheck.interval', 30, 'healthcheck.interval cannot be that: 30 is not a duration such as 30s or 1m30s'],
  ['restart', { param: 'oftn' }, 'there is no parameter `oftn` in this policy (did you mean `often`?)'],
])('%s not to %j', (path, to, message) => expect(set(path, to)).toEqual([message]));

test('one of few words', () =>
  expect(set('condition', 'service_helthy', 'depends-on')).toEqual([
    'condition cannot be `service_helthy`: it is one of service_started, service_healthy, service_completed_successfully (did you mean `service_healthy`?)',
  ]));
