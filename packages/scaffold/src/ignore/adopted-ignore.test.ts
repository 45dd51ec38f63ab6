import { adoptedIgnore, NEVER_NEEDED } from './adopted-ignore.ts';

test('lines that hide what is copied are left out', () => {
  const text = adoptedIgnore((pattern) => pattern === '**/*.key');
  expect(text).not.toContain('*.key');
  expect(text.split('\n').slice(1, -1)).toEqual(NEVER_NEEDED.filter((pattern) => pattern !== '**/*.key'));
});
