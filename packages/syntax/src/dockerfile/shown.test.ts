import { expect, test } from '@jest/globals';
import { shown } from './shown.ts';

test('keeps messages short and in one line', () => {
  expect(shown('RUN')).toBe('RUN');
  expect(shown('a\u001b[31m\nb')).toBe('a\ufffd[31m\ufffdb');
  expect(shown('x'.repeat(1000))).toBe(`${'x'.repeat(59)}…`);
});
