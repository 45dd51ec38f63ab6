import type { SetupOptions } from './setup-options.ts';
import { unfitOption } from './unfit-option.ts';

const OPTIONS: SetupOptions = { pattern: 'multi', build: 'inside', privateRegistry: false };

test.each([80, 0, 65536, 3000.5, Number.NaN])('port %d', (port) => {
  expect(unfitOption({ ...OPTIONS, port })).toMatchObject({ code: 'setup/unfit-port' });
});

test.each(['health', '/a b', '/$(id)', '/"', '/a\nRUN id'])('health path %s', (healthPath) => {
  expect(unfitOption({ ...OPTIONS, healthPath })).toMatchObject({ code: 'setup/unfit-health-path' });
});

test('what can be asked for', () => {
  expect(unfitOption({ ...OPTIONS, port: 8080, healthPath: '/api/health-1' })).toBeUndefined();
  expect(unfitOption(OPTIONS)).toBeUndefined();
});
