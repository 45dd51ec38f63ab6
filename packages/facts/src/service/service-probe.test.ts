import { unknown, unresolved } from '../kernel/unsure.ts';
import { serviceOf } from '../testing/compose-of.ts';
import { probeOf } from './service-probe.ts';

const probe = (health: string) => probeOf(serviceOf(`image: x\nhealthcheck: ${health}`));

test.each([
  ['{ test: curl -f http://localhost:3000/health }', { program: 'curl', port: 3000, local: true, disabled: false }],
  ['{ test: [CMD, wget, -q, "http://127.0.0.1:80/"] }', { program: 'wget', port: 80, local: true }],
  ['{ test: [CMD-SHELL, "pg_isready -U app || exit 1"] }', { program: 'pg_isready', port: 5432 }],
  ['{ test: [CMD, /usr/bin/wget, localhost] }', { program: 'wget', programPath: '/usr/bin/wget' }],
  ['{ test: /app/health --fast }', { program: 'health', programPath: '/app/health' }],
  ['{ test: [CMD, sh, -c, "curl -f http://localhost:3000 || exit 1"] }', { program: 'curl', port: 3000, local: true }],
  ['{ test: [CMD, bash, -c, "</dev/tcp/localhost/8080"] }', { program: 'bash', port: 8080 }],
  ['{ test: "bash -c \':> /dev/tcp/localhost/8080\'" }', { program: 'bash', port: 8080 }],
  ['{ test: [CMD, "true"] }', { program: 'true' }],
  ['{ test: [NONE] }', { disabled: true, program: undefined }],
  ['{ disable: true }', { disabled: true }],
  ['{ test: [CMD, "$PROBE"] }', { program: unresolved, port: unknown }],
  ['{ test: curl localhost, interval: 1m, retries: 3 }', { interval: 60_000, retries: 3 }],
  [
    '{ test: a, interval: 0s, timeout: 0s, retries: 0 }',
    { interval: undefined, timeout: undefined, retries: undefined },
  ],
])('%s', (health, expected) => expect(probe(health)).toMatchObject(expected));

test('only times: the image’s own test', () => expect(probe('{ interval: 5s }')).toBeUndefined());
