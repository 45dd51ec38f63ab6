import { sourceText } from '@dockwarden-internal/syntax';
import fc from 'fast-check';
import { pageLines } from './page-lines.ts';

test('lines of the words and one around them, each once, with where the words are', () => {
  const source = sourceText('Dockerfile', 'one\ntwo\n\tthree words\nfour\nfive\n');
  const lines = pageLines(source, []);
  expect(lines.mark({ start: 9, end: 14 })).toEqual([[3, 4, 9]]);
  expect(lines.mark({ start: 4, end: 7 })).toEqual([[2, 0, 3]]);
  expect(lines.lines()).toEqual([
    [1, 'one'],
    [2, 'two'],
    [3, '    three words'],
    [4, 'four'],
  ]);
});

test('secrets are masked, and marks stand where the mask does', () => {
  const text = 'ENV TOKEN=hunter2 X=1\n';
  const lines = pageLines(sourceText('Dockerfile', text), [{ start: 10, end: 17 }]);
  expect(lines.mark({ start: 4, end: 17 })).toEqual([[1, 4, 13]]);
  expect(lines.mark({ start: 18, end: 21 })).toEqual([[1, 14, 17]]);
  expect(lines.lines()).toEqual([[1, 'ENV TOKEN=••• X=1']]);
});

test('stretches of many lines and lines without end are cut', () => {
  const many = pageLines(sourceText('Dockerfile', 'RUN x\n'.repeat(100)), []);
  expect(many.mark({ start: 0, end: 600 })).toHaveLength(12);
  expect(many.lines()).toHaveLength(13);
  const long = pageLines(sourceText('Dockerfile', 'x'.repeat(100_000)), []);
  expect(long.mark({ start: 90_000, end: 90_001 })).toEqual([]);
  expect(long.lines()[0]?.[1]).toHaveLength(1001);
});

test('marks lie within their lines, whatever the file and the stretch', () => {
  const texts = fc.string({
    unit: fc.constantFrom('a', '\n', '\t', '\r', '\u0000', '世', '\u{1F600}', '\uFEFF', '\u202E'),
    maxLength: 60,
  });
  fc.assert(
    fc.property(texts, fc.integer({ min: -5, max: 80 }), fc.integer({ min: -5, max: 80 }), (text, start, end) => {
      const lines = pageLines(sourceText('Dockerfile', text), [{ start: 3, end: 6 }]);
      const marks = lines.mark({ start, end });
      const shown = new Map(lines.lines());
      for (const [line, from, to] of marks) expect(from >= 0 && from < to && to <= shown.get(line)!.length).toBe(true);
    }),
  );
});
