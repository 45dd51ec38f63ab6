import { turboVersion } from './turbo-version.ts';

test.each([
  ['package-lock.json', '"node_modules/turbo": {\n      "version": "2.5.1",'],
  ['pnpm-lock.yaml', 'packages:\n\n  turbo@2.5.1:\n'],
  ['yarn.lock', 'turbo@^2.5.0:\n  version "2.5.1"\n'],
  ['yarn.lock of Yarn 4', '"turbo@npm:^2.5.0":\n  version: 2.5.1\n'],
  ['bun.lock', '"turbo": ["turbo@2.5.1", "", {}]'],
])('%s', (_, text) => {
  expect(turboVersion('^2', text)).toBe('2.5.1');
});

test('the least of the range, where no lockfile says it', () => {
  expect(turboVersion('^2.3.0', '')).toBe('2.3.0');
  expect(turboVersion('latest', '')).toBe('2');
});
