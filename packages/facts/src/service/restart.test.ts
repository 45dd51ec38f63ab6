import { textAt } from '@dockwarden-internal/syntax';
import { unresolved } from '../kernel/unsure.ts';
import { serviceOf } from '../testing/compose-of.ts';
import { restartAttempts, restartAttemptsPlace, restartOf } from './restart.ts';

test.each([
  ['restart: always', 'always', undefined, 'always'],
  ['restart: on-failure', 'on-failure', undefined, 'on-failure'],
  ['restart: on-failure:3', 'on-failure', 3, 'on-failure:3'],
  ['restart: no', 'no', undefined, 'no'],
  ['restart: "no"', 'no', undefined, '"no"'],
  ['restart: "$RESTART"', unresolved, unresolved, '"$RESTART"'],
  ['deploy: { restart_policy: { condition: on-failure, max_attempts: 4 } }', undefined, 4, '4'],
  ['deploy: { restart_policy: { condition: on-failure } }', undefined, undefined, 'on-failure'],
  ['restart: on-failure:3\ndeploy: { restart_policy: { max_attempts: 9 } }', 'on-failure', 9, '9'],
  ['restart: on-failure:3\ndeploy: { restart_policy: { condition: any } }', 'on-failure', undefined, 'any'],
  ['tty: true', undefined, undefined, undefined],
])('%s', (line, restart, attempts, at) => {
  const service = serviceOf(`image: x\n${line}`);
  expect([restartOf(service), restartAttempts(service)]).toEqual([restart, attempts]);
  const place = restartAttemptsPlace(service);
  expect(place && textAt(place)).toBe(at);
});
