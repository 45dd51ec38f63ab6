import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { sourceText } from '../../text/source.ts';
import { parseYaml } from '../parse-yaml.ts';
import { valueAt } from '../read-data.ts';
import type { YamlList, YamlMap, YamlNode, YamlTree } from '../tree.ts';
import { appendItem } from './append-item.ts';
import { listToMap } from './list-to-map.ts';
import { removeItem, removeKey } from './remove-element.ts';
import { setPath } from './set-path.ts';
import { sortElements } from './sort-elements.ts';

const parse = (text: string) => parseYaml(sourceText('compose.yaml', text));
const map = (node: YamlNode | undefined) => node as YamlMap;
const list = (node: YamlNode | undefined) => node as YamlList;

function edited(text: string, plan: (tree: YamlTree) => TextEdit[] | undefined): string | undefined {
  const edits = plan(parse(text));
  return edits && applyEdits(text, edits);
}

describe('setPath', () => {
  const set = (text: string, path: string, value: Parameters<typeof setPath>[3]) =>
    edited(text, (tree) => setPath(tree, map(tree.root), path.split('.'), value));

  test.each([
    [
      'a new key comes last',
      'web:\n  image: x # why\n\n# next\napi:\n',
      'web.init',
      true,
      'web:\n  image: x # why\n  init: true\n\n# next\napi:\n',
    ],
    ['JSON stays JSON', '{"a": {"b": 1}}', 'a.c', { d: ['x', true] }, '{"a": {"b": 1, "c": { "d": ["x", true] }}}'],
    ['JSON with another value', '{"a": "b"}\n', 'a', 'c', '{"a": "c"}\n'],
    ['braces that are no JSON', '{ "a": 1, b: 2 }', 'c', 'd', '{ "a": 1, b: 2, c: d }'],
    ['without a final line break', 'a: 1', 'b', 2, 'a: 1\nb: 2'],
    ['with CRLF', 'a: 1\r\n', 'b', { c: 2 }, 'a: 1\r\nb:\r\n  c: 2\r\n'],
    ['the file’s indentation', 'a:\n    b: 1\n', 'c', { d: [1] }, 'a:\n    b: 1\nc:\n    d:\n        - 1\n'],
    ['a value in its place', 'a:   "old" # why\nb: 1\n', 'a', 'new', 'a:   new # why\nb: 1\n'],
    ['a value that was not written', 'a: # why\nb: 1\n', 'a', 1, 'a: 1 # why\nb: 1\n'],
    ['maps on the way', 'a: # why\nb: 1\n', 'a.c.d', 1, 'a: # why\n  c:\n    d: 1\nb: 1\n'],
    ['a block for a scalar', 'a: x # why\nb: 1\n', 'a', ['w'], 'a: # why\n  - w\nb: 1\n'],
    ['a scalar for a block', 'a:\n  - x\n  - y\nb: 1\n', 'a', 'z', 'a: z\nb: 1\n'],
    ['a scalar for a literal', 'a: |\n  x\n  y\nb: 1\n', 'a', 'z', 'a: z\nb: 1\n'],
    ['flow style', 'a: { b: 1 }\n', 'a.c', { d: '1,2' }, "a: { b: 1, c: { d: '1,2' } }\n"],
    ['empty flow style', 'a: {}\n', 'a.c', 1, 'a: { c: 1 }\n'],
    ['a trailing comma', 'a: {b: 1, }\n', 'a.c', 1, 'a: {b: 1, c: 1 }\n'],
    ['behind a compact list item', 'a:\n  - b: 1\n', 'c', 1, 'a:\n  - b: 1\nc: 1\n'],
    ['blank lines that a literal keeps', 'a: |+\n  x\n\n', 'b', 1, 'a: |+\n  x\n\nb: 1\n'],
    ['before a document end', 'a: 1\n---\nb: 1\n', 'c', 1, 'a: 1\nc: 1\n---\nb: 1\n'],
  ])('%s', (_, before, path, value, after) => {
    expect(set(before, path, value)).toBe(after);
  });

  test.each([
    ['through an alias', 'x: &x { b: 1 }\na: *x\n', 'a.b'],
    ['of an alias', 'x: &x 1\na: *x\n', 'a'],
    ['that a merge key brought', 'x: &x { b: 1 }\na:\n  <<: *x\n', 'a.b'],
    ['with an anchor in use', 'a: &x 1\nb: *x\n', 'a'],
    ['with an anchor in use inside', 'a:\n  c: &x 1\nb: *x\n', 'a'],
    ['with comments that would go', 'a:\n  # why\n  - x\n', 'a'],
    ['with a tag', 'a: !reset null\n', 'a'],
    ['under a scalar', 'a: 1\n', 'a.b'],
    ['in a map without braces', 'a: [b: 1]\n', 'a.b'],
    ['of a file with faults', 'a: 1\na: 2\n', 'b'],
  ])('nothing is offered for a value %s', (_, text, path) => {
    expect(set(text, path, 'new')).toBeUndefined();
  });
});

describe('removeKey and removeItem', () => {
  const removed = (text: string, name: string) => edited(text, (tree) => removeKey(tree, map(tree.root), name));

  test.each([
    ['a line with its comment', '# head\na: 1 # why\n# kept\nb: 2\n', 'a', '# head\n# kept\nb: 2\n'],
    ['the first line behind a byte order mark', '\uFEFFa: 1\nb: 2\n', 'a', '\uFEFFb: 2\n'],
    ['several lines', 'a:\n  - x\n  - y\nb: 2\n', 'a', 'b: 2\n'],
    ['the last line without line break', 'a: 1\nb: 2', 'b', 'a: 1'],
    ['in flow style', '{ a: 1, b: 2, c: 3 }', 'b', '{ a: 1, c: 3 }'],
    ['the last in flow style', '{ a: 1, b: 2 }', 'b', '{ a: 1 }'],
    ['the only key', 'a: 1\n', 'a', '{}\n'],
    ['a merge key', 'a: &a { x: 1 }\n<<: *a\n', '<<', 'a: &a { x: 1 }\n'],
  ])('%s', (_, before, name, after) => {
    expect(removed(before, name)).toBe(after);
  });

  test('the first key behind a dash', () => {
    const first = (tree: YamlTree) => map(list(tree.root).items[0]);
    expect(edited('- a: 1 # why\n  b: 2\n', (tree) => removeKey(tree, first(tree), 'a'))).toBe('- b: 2\n');
    expect(edited('- a: 1\n  # b\n  b: 2\n', (tree) => removeKey(tree, first(tree), 'a'))).toBeUndefined();
  });

  test('an anchor in use stays', () => expect(removed('a: &x 1\nb: *x\n', 'a')).toBeUndefined());

  test('items', () => {
    const drop = (text: string, index: number) => edited(text, (tree) => removeItem(tree, list(tree.root), index));
    expect(drop('- a\n- b # why\n- c\n', 1)).toBe('- a\n- c\n');
    expect(drop('[a, b]', 0)).toBe('[b]');
    expect(drop('- a\n', 0)).toBe('[]\n');
    expect(drop('- a\n', 1)).toBeUndefined();
  });
});

describe('appendItem', () => {
  const appended = (text: string, value: Parameters<typeof appendItem>[2]) =>
    edited(text, (tree) => appendItem(tree, list(valueAt(tree.root, 'a')), value));

  test.each([
    ['in block style', 'a:\n- x # why\n# end\nb: 1\n', 'w', 'a:\n- x # why\n- w\n# end\nb: 1\n'],
    ['a map', 'a:\n  - x\n', { k: 1, l: [2] }, 'a:\n  - x\n  - k: 1\n    l:\n      - 2\n'],
    ['in flow style', 'a: [x]\n', '8080:80', "a: [x, '8080:80']\n"],
    ['over several lines', 'a: [\n  x, # why\n]\n', 'w', 'a: [\n  x, w # why\n]\n'],
    ['to none', 'a: []\n', 'w', 'a: [w]\n'],
  ])('%s', (_, before, value, after) => {
    expect(appended(before, value)).toBe(after);
  });

  test('nothing through an alias', () => expect(appended('x: &x [1]\na: *x\n', 1)).toBeUndefined());
});

describe('listToMap', () => {
  const long = (text: string) =>
    edited(text, (tree) => listToMap(tree, list(valueAt(tree.root, 'd')), (item) => [item, { condition: 'healthy' }]));

  test.each([
    [
      'd:\n  - db # why\n  # and\n  - mq\n',
      'd:\n  db: # why\n    condition: healthy\n  # and\n  mq:\n    condition: healthy\n',
    ],
    ['d:\n- db\n- mq\n', 'd:\n  db:\n    condition: healthy\n  mq:\n    condition: healthy\n'],
    ['d: [db, mq]\n', 'd: { db: { condition: healthy }, mq: { condition: healthy } }\n'],
  ])('%j', (before, after) => expect(long(before)).toBe(after));

  test.each(['d: [db, db]\n', 'd: [{ a: 1 }]\n', 'x: &x db\nd: [*x]\n', 'd: []\n'])('nothing for %j', (text) => {
    expect(long(text)).toBeUndefined();
  });
});

describe('sortElements', () => {
  const sorted = (text: string, order: number[]) =>
    edited(text, (tree) => sortElements(tree, tree.root as YamlMap | YamlList, order));

  test('comments travel, what blank lines set apart stays', () => {
    const before = '# file head\n\n# of b\nb: 1 # here\n  # below b\n\n# apart\n\n# of a\n# more of a\na:\n  x: 1\n';
    const after = '# file head\n\n# of a\n# more of a\na:\n  x: 1\n\n# apart\n\n# of b\nb: 1 # here\n  # below b\n';
    expect(sorted(before, [1, 0])).toBe(after);
  });

  test('lists, flow style, missing last line break', () => {
    expect(sorted('- b\n- a', [1, 0])).toBe('- a\n- b');
    expect(sorted('{ b: 1, a: 2 }', [1, 0])).toBe('{ a: 2, b: 1 }');
  });

  test.each([
    ['an anchor after its alias', 'b: &x 1\na: *x\n', [1, 0]],
    ['no permutation', 'b: 1\na: 2\n', [1, 1]],
    ['comments behind a dash', '[[ # why\nb]]\n', [0, 1]],
  ])('nothing for %s', (_, text, order) => {
    expect(sorted(text, order)).toBeUndefined();
  });
});
