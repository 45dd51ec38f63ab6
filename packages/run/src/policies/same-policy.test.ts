import { isSamePolicy } from './same-policy.ts';

test.each([
  ['a/b', 'a/b', true],
  ['a/b', 'a/b/check', true],
  ['a/b/check', 'a/b', true],
  ['a/b/check', 'a/b/other', false],
  ['a/b', 'a/bc', false],
])('%s and %s: %s', (one, other, same) => {
  expect(isSamePolicy(one, other)).toBe(same);
});
