import { expect, test } from '@jest/globals';
import { healthCommandStart } from './health-command.ts';
import { lastOf } from './testing.ts';

test.each([
  ['HEALTHCHECK CMD  a b', 'a b'],
  ['HEALTHCHECK CMD', ''],
  ['HEALTHCHECK à["a"]', '["a"]'],
  ['HEALTHCHECK é a', 'a'],
])('%s', (line, command) => {
  const node = lastOf(line);
  expect(node.logical.text.slice(healthCommandStart(node))).toBe(command);
});
