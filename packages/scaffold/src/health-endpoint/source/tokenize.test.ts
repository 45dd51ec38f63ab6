import { GO, JAVASCRIPT, type Language, PYTHON } from './language.ts';
import { tokenize } from './tokenize.ts';

const texts = (text: string, language: Language) => tokenize(text, language).map((token) => token.text);

test.each([
  ['comments', 'a // b\n/* c */ d', ['a', 'd']],
  ['literals', `f('it\\'s', "(")`, ['f', '(', "it\\'s", ',', '(', ')']],
  ['a literal that is never closed', `a = 'b\nc`, ['a', '=', '', 'c']],
  ['a template in a template', 'x(`a ${`b ${"}"} c`} d`) y', ['x', '(', 'a ${`b ${"}"} c`} d', ')', 'y']],
  ['a pattern', `a = /["'/]\\//g; b`, ['a', '=', `/["'/]\\//g`, ';', 'b']],
  ['a division', 'a / b / c', ['a', '/', 'b', '/', 'c']],
  ['decorators', '@Module({})', ['@Module', '(', '{', '}', ')']],
])('JavaScript: %s', (_, text, expected) => {
  expect(texts(text, JAVASCRIPT)).toEqual(expected);
});

test('Python: comments, long literals, lines that go on', () => {
  expect(texts('a = """b\n# "c"""  # d\ne = \\\n  f', PYTHON)).toEqual(['a', '=', 'b\n# "c', 'e', '=', 'f']);
  expect(tokenize('e = \\\n  f', PYTHON).map(({ first }) => first)).toEqual([true, false, false]);
});

test('Go: a backslash in a raw literal is a character', () => {
  expect(texts('a := `\\` + b', GO)).toEqual(['a', ':', '=', '\\', '+', 'b']);
});

test('depth counts open brackets, and never falls below none', () => {
  expect(tokenize(') a(b[c])', JAVASCRIPT).map(({ text, depth }) => `${text}${depth}`)).toEqual([
    ')0',
    'a0',
    '(0',
    'b1',
    '[1',
    'c2',
    ']1',
    ')0',
  ]);
});

test.each(['(/[', '`${', "'\\", '/*', '=/', '{`', '((((', '"""'])(
  '%s repeated costs no more than its length',
  (piece) => {
    const started = performance.now();
    tokenize(piece.repeat(60_000), JAVASCRIPT);
    expect(performance.now() - started).toBeLessThan(5_000);
  },
);
