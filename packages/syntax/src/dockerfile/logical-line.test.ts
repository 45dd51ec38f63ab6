import { expect, test } from '@jest/globals';
import { cut, lastOf, treeOf } from './testing.ts';

test('joins continued lines and leads back to them', () => {
  const text = 'FROM a\nRUN one \\\n# comment\n\n  two \\  \nthree\n';
  const node = lastOf(text);
  expect(node.logical.text).toBe('RUN one   two three');
  expect(cut(text, node.logical.span(10, 13))).toBe('two');
  expect(cut(text, node.span)).toBe('RUN one \\\n# comment\n\n  two \\  \nthree');
  expect(node.emptyContinuations.map((span) => span.start)).toEqual([text.indexOf('\n\n') + 1]);
  expect([node.line, node.endLine]).toEqual([2, 6]);
});

test('two escape characters at the end of a line do not continue it', () => {
  expect(treeOf('FROM a\nRUN b \\\\\nUSER c\n').instructions.map((node) => node.keyword)).toEqual([
    'from',
    'run',
    'user',
  ]);
});

test('a continuation at the end of the file ends there', () => {
  const node = lastOf('FROM a\nRUN b \\');
  expect([node.line, node.endLine, node.logical.text]).toEqual([2, 2, 'RUN b ']);
});
