import { expect, test } from '@jest/globals';
import { cut, lastOf } from './testing.ts';

test('keyword and arguments with their places', () => {
  const text = 'FROM a\n  CoPy\t--from=b  c d \n';
  const node = lastOf(text);
  expect([node.keyword, node.keywordText, cut(text, node.keywordSpan)]).toEqual(['copy', 'CoPy', 'CoPy']);
  expect(cut(text, node.argsSpan)).toBe('c d');
  expect(cut(text, node.span)).toBe('CoPy\t--from=b  c d');
});

test('without arguments their span is empty and at the end', () => {
  const text = 'FROM a\nRUN  \n';
  expect(lastOf(text).argsSpan).toEqual({ start: 10, end: 10 });
});

test('ONBUILD holds its trigger, which shares its text', () => {
  const text = 'FROM a\nONBUILD COPY --from=b \\\n c d\n';
  const { trigger, logical } = lastOf(text);
  expect(trigger).toMatchObject({ keyword: 'copy', line: 2, endLine: 3, logical });
  expect(cut(text, trigger!.flags[0]!.span)).toBe('--from=b');
  expect(cut(text, trigger!.argsSpan)).toBe('c d');
});

test('triggers in triggers end somewhere', () => {
  let depth = 0;
  for (let node = lastOf('ONBUILD '.repeat(2000)).trigger; node; node = node.trigger) depth++;
  expect(depth).toBe(4);
});

test('Go folds a dotted capital I to i', () => {
  expect(lastOf('FROM a\nWORKD\u0130R /a\n').keyword).toBe('workdir');
});
