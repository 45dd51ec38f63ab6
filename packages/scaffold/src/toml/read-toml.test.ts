import { readToml } from './read-toml.ts';
import { tableAt, tablesAt, textAt, textsAt } from './toml-value.ts';

const MANIFEST = `
# a comment with = and [
[project]
name = "api" # said
requires-python = '>=3.12'
dependencies = [
  "fastapi[standard]>=0.115", # the framework
  'uvicorn',
]
dotted.key."with blank" = 1979-05-27 07:32:00

[project.optional-dependencies]
dev = ["pytest"]

[tool.poetry.dependencies]
python = "^3.12"
flask = { version = "^3.0", extras = ["async"] }

[[bin]]
name = "one"
[[bin]]
name = "t\\"wo\\u0021"

[text]
long = """
first \\
   second"""
raw = '''a'b'''
`;

test.each(['\n', '\r\n'])('a manifest, lines ending in %j', (end) => {
  const table = readToml(MANIFEST.replaceAll('\n', end));
  expect(textAt(table, 'project', 'name')).toBe('api');
  expect(textAt(table, 'project', 'requires-python')).toBe('>=3.12');
  expect(textsAt(table, 'project', 'dependencies')).toEqual(['fastapi[standard]>=0.115', 'uvicorn']);
  expect(textAt(table, 'project', 'dotted', 'key', 'with blank')).toBe('1979-05-27 07:32:00');
  expect(Object.keys(tableAt(table, 'tool', 'poetry', 'dependencies')!)).toEqual(['python', 'flask']);
  expect(textsAt(table, 'tool', 'poetry', 'dependencies', 'flask', 'extras')).toEqual(['async']);
  expect(tablesAt(table, 'bin').map((bin) => textAt(bin, 'name'))).toEqual(['one', 't"wo!']);
  expect(textAt(table, 'text', 'long')).toBe('first second');
  expect(textAt(table, 'text', 'raw')).toBe("a'b");
});

test.each([
  '[a',
  'a',
  'a =',
  'a = [1',
  'a = "x',
  'a = 1\na = 2',
  'a = 1\n[a]',
  '[[a]]\n[a.b]\nc=1\n[[a.b]]',
  `a = ${'['.repeat(99)}`,
])('%j is no TOML', (text) => {
  expect(readToml(text)).toBeUndefined();
});

test('keys that objects have anyway are keys like others', () => {
  const table = readToml('[__proto__]\na = "1"\n[constructor]\nb = "2"\n');
  expect(textAt(table, '__proto__', 'a')).toBe('1');
  expect(textAt(readToml(''), 'constructor', 'name')).toBeUndefined();
});

test('a long text takes linear time', () => {
  const begin = Date.now();
  readToml(`a = "${'x'.repeat(1_900_000)}"`);
  for (const piece of ['"', '[', '{a=', '"""', "'''", 'a.', '\\', '# x\n', ' \n'])
    readToml(`a = ${piece.repeat(200_000)}`);
  expect(Date.now() - begin).toBeLessThan(3000);
});
