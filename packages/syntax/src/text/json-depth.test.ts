import { isTooDeep } from './json-depth.ts';

const nested = (depth: number) => '[{'.repeat(depth / 2) + '}]'.repeat(depth / 2);

test.each([
  ['as deep as it may be', nested(200), false],
  ['deeper', nested(202), true],
  ['deep, and never closed', '['.repeat(201), true],
  ['one after the other', '[],'.repeat(1000), false],
  ['in a string', `"${'['.repeat(1000)}"`, false],
  ['in a string behind a quote that is escaped', `"\\"${'['.repeat(1000)}"`, false],
  ['in a string that is not closed', `"${'['.repeat(1000)}\n${'['.repeat(200)}`, false],
])('%s', (_, text, expected) => expect(isTooDeep(text)).toBe(expected));
