import { sourceText } from '@dockwarden-internal/syntax';
import fc from 'fast-check';
import { readBakeFile } from './bake-file.ts';
import { tell, variablesOf } from './bake-value.ts';

const read = (text: string, path = 'docker-bake.hcl') => readBakeFile(sourceText(path, text));
const told = (value: string) => {
  const { target } = read(`target "t" {\n  x = ${value}\n  after = 1\n}`);
  const found = target.get('t')?.get('x');
  expect(target.get('t')?.has('after')).toBe(true);
  const answer = found && tell(found, variablesOf(new Map()));
  return answer && 'data' in answer ? answer.data : 'untold';
};

test.each<[string, unknown]>([
  ['"a\\tb\\u00e4\\"\\\\"', 'a\tbä"\\'],
  ['"$${a} %%{b} $5 100%"', '${a} %{b} $5 100%'],
  ['-1.5e3', -1500],
  ['[ # comment\n "a", // more\n true,\n null\n]', ['a', true, null]],
  ['{ a = 1, "b c": 2\n d = [3] /* x */ }', { a: 1, 'b c': 2, d: [3] }],
  ['{ "__proto__" = 1 }', Object.fromEntries([['__proto__', 1]])],
  ['<<EOT\n  a\n b\nEOT', '  a\n b\n'],
  ['<<-EOT\n  a\n   b\n  EOT', 'a\n b\n'],
])('%s is read', (value, data) => expect(told(value)).toEqual(data));

test.each([
  'f("a", [1, 2])',
  '1 + 2',
  'X == "" ? "a" : "b"',
  '[for x in ["a"] : upper(x)]',
  '["a", f(1)]',
  '"${f("}")}"',
  '"%{ if A }a%{ endif }"',
  'target.a.b',
  'UNSET',
  '"${UNSET}"',
  '<<E\n${A}\nE',
  '(\n1\n)',
])('%s has to be evaluated, and what follows is read all the same', (value) => expect(told(value)).toBe('untold'));

const pieces = fc.constantFrom(
  ...[
    'target "a" {',
    'variable x {',
    '}',
    '{',
    '[',
    ']',
    '"',
    '\\',
    '${',
    '%{',
    '<<E',
    'E',
    '\n',
    ' ',
    '=',
    ',',
    ':',
    '/*',
    '*/',
    '#',
    'a',
    '1',
    'null',
    '(',
    ')',
  ],
);

test.each(['docker-bake.hcl', 'docker-bake.json'])('any text is read, and a fault lies in it: %s', (path) => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((all) => all.join('')),
      ),
      (text) => {
        const { fault, target } = read(text, path);
        if (!fault) return;
        expect(fault.place.span.start).toBeLessThanOrEqual(fault.place.span.end);
        expect(fault.place.span.end).toBeLessThanOrEqual(text.length);
        expect(target.size).toBe(0);
      },
    ),
    { numRuns: 1000 },
  );
});
