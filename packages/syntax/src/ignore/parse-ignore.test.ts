import fc from 'fast-check';
import { sourceText } from '../text/source.ts';
import { parseIgnore } from './parse-ignore.ts';

const parse = (text: string) => parseIgnore(sourceText('.dockerignore', text));

test('gives each pattern its place, its meaning and whether it takes back', () => {
  const text = '# logs\n  /a//b/ \n! c/../d\r\n\n!keep';
  const tree = parse(text);
  expect(tree.comments).toEqual([{ text: 'logs', span: { start: 0, end: 6 } }]);
  expect(tree.patterns.map(({ text, negated, cleaned }) => ({ text, negated, cleaned }))).toEqual([
    { text: '/a//b/', negated: false, cleaned: 'a/b' },
    { text: '! c/../d', negated: true, cleaned: 'd' },
    { text: '!keep', negated: true, cleaned: 'keep' },
  ]);
  for (const { text: written, span } of tree.patterns) expect(text.slice(span.start, span.end)).toBe(written);
});

test('a byte order mark opens the file and is no part of it', () => {
  expect(parse('\uFEFF# a\n').comments).toHaveLength(1);
  expect(parse('\uFEFFa').patterns[0]).toMatchObject({ text: 'a', cleaned: 'a', span: { start: 1, end: 2 } });
});

test('# begins a comment only at the start of a line', () => {
  expect(parse(' #a\nb # c').patterns.map((pattern) => pattern.cleaned)).toEqual(['#a', 'b # c']);
});

test.each([
  ['!', 'syntax/ignore-lone-negation'],
  ['! ', 'syntax/ignore-lone-negation'],
  ['!/', 'syntax/ignore-lone-negation'],
  ['/!', 'syntax/ignore-lone-negation'],
  ['a[', 'syntax/ignore-pattern-malformed'],
  ['x*[', 'syntax/ignore-pattern-malformed'],
  ['src\\pages', 'syntax/ignore-pattern-malformed'],
  ['a\\', 'syntax/ignore-pattern-malformed'],
  ['a'.repeat(4097), 'syntax/ignore-pattern-too-long'],
  ['a{1000}'.repeat(30).concat('*'), 'syntax/ignore-pattern-too-long'],
  ['a'.repeat(65536), 'syntax/ignore-line-too-long'],
  ['é'.repeat(32768), 'syntax/ignore-line-too-long'],
])('%.20s is the fault %s, and the other lines are read', (line, code) => {
  const tree = parse(`first\n${line}\nlast`);
  expect(tree.faults.map((fault) => fault.code)).toEqual([code]);
  expect(tree.faults[0]!.span).toEqual({ start: 6, end: 6 + line.trimEnd().length });
  const compiled = tree.patterns.filter((pattern) => pattern.glob);
  expect(compiled.map((pattern) => pattern.cleaned)).toEqual(['first', 'last']);
});

test('a line just below the limit is long but allowed', () => {
  expect(parse(`${'é'.repeat(32767)}x\nb`).faults.map((fault) => fault.code)).toEqual([
    'syntax/ignore-pattern-too-long',
  ]);
});

test('reads any text, and every span is the text it says', () => {
  const line = fc.string({ unit: fc.constantFrom(...'ab*?[]^!\\/.{}|,-#: \t\r\u0085\uFEFF2Qdp'), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const text = lines.join('\n');
      const tree = parse(text);
      for (const pattern of tree.patterns) {
        expect(text.slice(pattern.span.start, pattern.span.end)).toBe(pattern.text);
        expect(pattern.cleaned).not.toBe('');
      }
      for (const fault of tree.faults) expect(fault.span.end).toBeGreaterThan(fault.span.start);
    }),
  );
});
