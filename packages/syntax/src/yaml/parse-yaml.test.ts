import { sourceText } from '../text/source.ts';
import { MAX_DEPTH, MAX_NODES } from './bounds.ts';
import { parseYaml } from './parse-yaml.ts';
import { toData, valueAt } from './read-data.ts';
import type { YamlNode, YamlTree } from './tree.ts';

const parse = (text: string): YamlTree => parseYaml(sourceText('compose.yaml', text));
const data = (text: string) => toData(parse(text).root);
const codes = (text: string) => parse(text).faults.map((fault) => fault.code);
const at = (tree: YamlTree, node: YamlNode | undefined) =>
  node && tree.source.text.slice(node.span.start, node.span.end);

test('maps, lists and scalars carry their places', () => {
  const tree = parse('services:\n  web: # the site\n    image: "nginx:1"\n    ports:\n      - 80\n      - 8080:80\n');
  expect(toData(tree.root)).toEqual({ services: { web: { image: 'nginx:1', ports: [80, '8080:80'] } } });
  expect(at(tree, valueAt(tree.root, 'services', 'web', 'image'))).toBe('"nginx:1"');
  const ports = valueAt(tree.root, 'services', 'web', 'ports');
  expect(at(tree, ports)).toBe('- 80\n      - 8080:80');
  expect(ports?.kind === 'list' && ports.itemSpans.map(({ start, end }) => tree.source.text.slice(start, end))).toEqual(
    ['- 80', '- 8080:80'],
  );
  expect(tree.comments.map((comment) => comment.text)).toEqual(['the site']);
});

test('what is no text of UTF-8 is not read', () => {
  const utf16 = Buffer.from('a: 1\n', 'utf16le').toString('utf8');
  expect(codes(utf16)).toEqual(['syntax/yaml-binary']);
  expect(data(utf16)).toBeNull();
});

test('a value that is not written has an empty span behind its colon', () => {
  const tree = parse('web:\napi: # none\n');
  const web = valueAt(tree.root, 'web');
  expect(web).toMatchObject({ kind: 'scalar', value: null, text: '', span: { start: 4, end: 4 } });
  expect(valueAt(tree.root, 'api')?.span).toEqual({ start: 9, end: 9 });
});

test('quotes are told apart, and block scalars end with their text', () => {
  const tree = parse('a: x\nb: \'x\'\nc: "x"\nd: |\n  x\n  y\n\ne: >-\n  x\n');
  const quotes = tree.root.kind === 'map' ? tree.root.entries.map((entry) => entry.value) : [];
  expect(quotes.map((value) => value.kind === 'scalar' && value.quote)).toEqual([
    'plain',
    'single',
    'double',
    'literal',
    'folded',
  ]);
  expect(at(tree, valueAt(tree.root, 'd'))).toBe('|\n  x\n  y');
  expect(toData(tree.root)).toMatchObject({ d: 'x\ny\n', e: 'x' });
});

test('aliases lead to the value at the anchor and say through which alias', () => {
  const tree = parse('a: &x { k: 1 }\nb: *x\n');
  const b = valueAt(tree.root, 'b');
  expect(toData(b!)).toEqual({ k: 1 });
  expect(b?.via).toEqual({ start: 18, end: 20 });
  expect(at(tree, b)).toBe('{ k: 1 }');
  expect(tree.aliases).toEqual([{ name: 'x', span: { start: 18, end: 20 } }]);
});

test('merge keys are written out: own keys win, then the first map of a list', () => {
  const tree = parse('x: &x { a: 1, b: 1 }\ny: &y { b: 2, c: 2 }\nz:\n  <<: [*x, *y]\n  a: 3\n');
  const z = valueAt(tree.root, 'z');
  expect(toData(z!)).toEqual({ b: 1, c: 2, a: 3 });
  expect(z?.kind === 'map' && z.entries.map((entry) => entry.merged ?? false)).toEqual([true, true, false]);
  expect(z?.kind === 'map' && z.merges).toHaveLength(1);
});

test('tags stay as written and a quoted << is a key', () => {
  const tree = parse('a: !reset null\nb: !override [1]\nc: !!str 8080\n"<<": 1\n');
  expect(valueAt(tree.root, 'a')).toMatchObject({ tag: '!reset', value: null });
  expect(valueAt(tree.root, 'b')).toMatchObject({ tag: '!override', kind: 'list' });
  expect(valueAt(tree.root, 'c')).toMatchObject({ tag: '!!str', value: '8080' });
  expect(valueAt(tree.root, '<<')).toMatchObject({ value: 1 });
});

test('several documents, a byte order mark, and CRLF', () => {
  const tree = parse('\ufeffa: 1\r\n---\r\nb: 2\r\n');
  expect(tree.documents.map(toData)).toEqual([{ a: 1 }, { b: 2 }]);
  expect(at(tree, valueAt(tree.documents[1], 'b'))).toBe('2');
  expect(tree.faults).toEqual([]);
});

test.each(['', '# only a comment\n', '---\n'])('an empty file (%j) is a null', (text) => {
  expect(parse(text)).toMatchObject({ root: { kind: 'scalar', value: null }, faults: [] });
});

test('a second key names both lines', () => {
  const [fault] = parse('a: 1\nb: 2\na: 3\n').faults;
  expect(fault).toMatchObject({
    code: 'syntax/yaml-duplicate-key',
    span: { start: 10, end: 11 },
    related: { start: 0, end: 1 },
  });
  expect(fault?.message).toContain('line 3');
  expect(fault?.message).toContain('line 1');
  expect(data('a: 1\nb: 2\na: 3\n')).toEqual({ a: 1, b: 2 });
});

test.each([
  ['a:\n\tb: 1\n', 'syntax/yaml-tab'],
  ['%YAML 1.1\n---\na: on\n', 'syntax/yaml-version'],
  ['a: *x\n', 'syntax/yaml-alias'],
  ['a: &x [*x]\n', 'syntax/yaml-alias'],
  ['a: "open\n', 'syntax/yaml-structure'],
  ['a: [1, 2\n', 'syntax/yaml-indent'],
  ['a: b: c\n', 'syntax/yaml-structure'],
  ['? [a]\n: b\n', 'syntax/yaml-key'],
  ['<<: 1\n', 'syntax/yaml-merge'],
  ['a: @x\n', 'syntax/yaml-quote'],
  ['a: "\\q"\n', 'syntax/yaml-escape'],
  [' a: 1\nb: 2\n', 'syntax/yaml-structure'],
])('%j is faulted as %s', (text, code) => {
  expect(codes(text)).toContain(code);
});

test('an alias bomb stops at the bound', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 30; i++)
    lines.push(
      `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  const tree = parse(lines.join('\n'));
  expect(tree.faults.map(({ code }) => code)).toEqual(['syntax/yaml-too-many-aliases']);
  expect(count(tree.root)).toBeLessThanOrEqual(MAX_NODES + tree.aliases.length);
});

test('merge keys count as what they bring', () => {
  const keys = Array.from({ length: 1000 }, (_, i) => `  k${i}: 1`).join('\n');
  const users = Array.from({ length: 400 }, (_, i) => `u${i}:\n  <<: *base`).join('\n');
  expect(codes(`base: &base\n${keys}\n${users}\n`)).toContain('syntax/yaml-too-many-aliases');
});

test('nesting is bounded, written out or through aliases', () => {
  const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  expect(codes(deep(MAX_DEPTH))).toEqual([]);
  expect(codes(deep(MAX_DEPTH + 1))).toEqual(['syntax/yaml-too-deep']);
  expect(codes(deep(50_000))).toEqual(['syntax/yaml-too-deep']);
  for (const level of ['? ', '- ', '{a: ', '[{', '- ? ', '? - '])
    expect(codes(`# comment\n${level.repeat(20_000)}\nb: c\n`)).toContain('syntax/yaml-too-deep');
  const chain = Array.from({ length: 300 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`).join('\n');
  expect(codes(`a0: &a0 x\n${chain}\n`)).toContain('syntax/yaml-too-deep');
});

test('keys called like object members are keys', () => {
  expect(Object.keys(data('__proto__: 1\nconstructor: 2\n') as object)).toEqual(['__proto__', 'constructor']);
});

function count(node: YamlNode): number {
  if (node.kind === 'scalar') return 1;
  const children = node.kind === 'list' ? node.items : node.entries.map((entry) => entry.value);
  return children.reduce((sum, child) => sum + count(child), 1);
}
