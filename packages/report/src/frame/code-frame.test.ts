import { type Span, sourceText } from '@dockwarden-internal/syntax';
import fc from 'fast-check';
import { displayWidth } from '../text/display-width.ts';
import { codeFrame } from './code-frame.ts';
import type { Mark } from './mark.ts';

const plain = (text: string) => text;

function mark(span: Span, label?: string, underline = '^'): Mark {
  return { span, underline, paint: plain, label };
}

/** The frame of stretches given by their words (the first occurrence) in a text. */
function frame(
  text: string,
  marks: readonly (readonly [words: string, label?: string, underline?: string])[],
  width = 60,
  masked: Span[] = [],
): string {
  const found = marks.map(([words, label, underline]) => {
    const start = text.indexOf(words);
    return mark({ start, end: start + words.length }, label, underline);
  });
  return `\n${codeFrame(sourceText('f', text), found, { width, gutter: 4, masked, dim: plain }).join('\n')}\n`;
}

test('underlines the exact words of a line', () => {
  expect(frame('FROM a\nRUN apt-get install curl\n', [['install']])).toBe(`
  2 │ RUN apt-get install curl
    │             ^^^^^^^
`);
});

test('shows marks of one line together, with a label behind the last and the others below', () => {
  expect(
    frame('RUN a b c\n', [
      ['a', 'first'],
      ['b', 'second', '-'],
      ['c', 'third'],
    ]),
  ).toBe(`
  1 │ RUN a b c
    │     ^ - ^ third
    │     first
    │       second
`);
});

test('lets the first mark be seen where two overlap', () => {
  expect(frame('RUN apt-get install\n', [['install'], ['apt-get install', 'all of it', '-']])).toBe(`
  1 │ RUN apt-get install
    │     --------^^^^^^^
    │     all of it
`);
});

test('leaves lines out between marks, but not a single one', () => {
  expect(frame('a\nb\nc\nd\ne\nf\n', [['a'], ['c'], ['f']])).toBe(`
  1 │ a
    │ ^
  2 │ b
  3 │ c
    │ ^
  ⋮ │
  6 │ f
    │ ^
`);
});

test('bars whole lines, and underlines where the words begin or end within one', () => {
  const text = 'FROM a\nRUN a \\\n && b \\\n && c\n';
  expect(frame(text, [['RUN a \\\n && b \\\n && c']])).toBe(`
  2 ┃ RUN a \\
  3 ┃  && b \\
  4 ┃  && c
`);
  expect(frame(text, [['a \\\n && b \\\n &&', 'label']])).toBe(`
  2 ┃ RUN a \\
    │     ^^^
  3 ┃  && b \\
  4 ┃  && c
    │  ^^
    │ label
`);
});

test('shows the first two and the last of many lines', () => {
  const text = `RUN <<EOF\n${'x\n'.repeat(20)}EOF\n`;
  expect(frame(text, [[text.trimEnd()]])).toBe(
    `
   1 ┃ RUN <<EOF
   2 ┃ x
   ⋮ ┃
  22 ┃ EOF
`.replaceAll('\n ', '\n'),
  );
});

test('points at an empty stretch, at the end of a line and at the end of the file', () => {
  const text = 'RUN a\nRUN b';
  const rows = (at: number) =>
    `\n${codeFrame(sourceText('f', text), [mark({ start: at, end: at })], { width: 60, gutter: 4, masked: [], dim: plain }).join('\n')}\n`;
  expect(rows(4)).toBe(`
  1 │ RUN a
    │     ^
`);
  expect(rows(5)).toBe(`
  1 │ RUN a
    │      ^
`);
  expect(rows(11)).toBe(`
  2 │ RUN b
    │      ^
`);
});

test('counts tabs, wide characters, marks and a byte order mark as a terminal does', () => {
  expect(frame('\uFEFFRUN\t日本 e\u0301 x\r\n', [['x']])).toBe(`
  1 │ RUN 日本 e\u0301 x
    │            ^
`);
  expect(frame('a\tb\n', [['b']])).toBe(`
  1 │ a   b
    │     ^
`);
});

test('shows control characters, and lets none through', () => {
  expect(frame('RUN \u001B[31m \u202E evil\n', [['evil']])).toBe(`
  1 │ RUN ␛[31m <U+202E> evil
    │                    ^^^^
`);
});

test('cuts long lines around the words, with an ellipsis at each cut', () => {
  const text = `RUN ${'a'.repeat(100)} words ${'b'.repeat(100)}\n`;
  expect(frame(text, [['words']], 50)).toBe(`
  1 │ …aaaaaaaaaaaaaaa words bbbbbbbbbbbbbbbbbbbb…
    │                  ^^^^^
`);
  expect(frame(text, [['RUN']], 50)).toBe(`
  1 │ RUN aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…
    │ ^^^
`);
  expect(frame(text, [['b'.repeat(100)]], 50)).toBe(`
  1 │ …aaaaaaaaa words bbbbbbbbbbbbbbbbbbbbbbbbbb…
    │                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^
`);
});

test('shows the end of a long line whole', () => {
  expect(frame(`RUN ${'a'.repeat(100)} end\n`, [['end']], 50)).toBe(`
  1 │ …aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa end
    │                                          ^^^
`);
});

test('masks stretches, also those of several lines', () => {
  const text = 'ENV KEY=abc-def x\nARG K="one\n  two"\n';
  expect(frame(text, [['KEY=abc-def'], ['x']], 60, [{ start: 8, end: 15 }])).toBe(`
  1 │ ENV KEY=••• x
    │     ^^^^^^^ ^
`);
  expect(frame(text, [['K="one\n  two"']], 60, [{ start: text.indexOf('"one'), end: text.length - 1 }])).toBe(`
  2 ┃ ARG K=•••
    │     ^^^^^
  3 ┃   •••
`);
});

const anyText = fc.string({
  unit: fc.constantFrom('a', ' ', '\t', '\n', '\r', '日', '🐳', '\u0301', '\u001B', '\uFEFF', '\uD800', '"'),
});
const anySpan = fc.record({ start: fc.integer({ min: -3, max: 60 }), end: fc.integer({ min: -3, max: 60 }) });

test('never fails, never overflows its width, never prints a control character, whatever it is given', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.array(anySpan, { maxLength: 4 }),
      fc.array(anySpan, { maxLength: 3 }),
      fc.integer({ min: 0, max: 90 }),
      (text, spans, masked, width) => {
        const sound = masked.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
        const rows = codeFrame(
          sourceText('f', text),
          spans.map((span) => mark(span, 'label')),
          { width, gutter: 5, masked: sound, dim: plain },
        );
        expect(rows.length > 0).toBe(spans.length > 0);
        for (const row of rows) {
          expect(displayWidth(row)).toBeLessThanOrEqual(Math.max(width, 27));
          expect(row).toMatch(/^[^\p{Cc}\p{Surrogate}]*$/u);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('never shows what is masked', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), fc.integer({ min: 20, max: 60 }), (before, after, width) => {
      const secret = 'hunter2';
      const text = `${'a'.repeat(before)}${secret}${'b'.repeat(after)}`;
      const masked = [{ start: before, end: before + secret.length }];
      const rows = codeFrame(sourceText('f', text), [mark({ start: before, end: text.length })], {
        width,
        gutter: 4,
        masked,
        dim: plain,
      });
      expect(rows.join('\n')).not.toMatch(/[hunter2]/u);
    }),
  );
});

test('takes a file of one line of a megabyte in its stride', () => {
  const text = `RUN ${'echo x; '.repeat(131_072)}`;
  const source = sourceText('f', text);
  const started = performance.now();
  for (let index = 0; index < 200; index++) {
    codeFrame(source, [mark({ start: index * 5000, end: index * 5000 + 400_000 })], {
      width: 80,
      gutter: 4,
      masked: [],
      dim: plain,
    });
  }
  expect(performance.now() - started).toBeLessThan(60_000);
});
