import fc from 'fast-check';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { sourceText } from '../../text/source.ts';
import { entryName } from '../merge-keys.ts';
import { parseYaml } from '../parse-yaml.ts';
import { toData } from '../read-data.ts';
import type { YamlList, YamlMap, YamlNode, YamlTree } from '../tree.ts';
import { appendItem } from './append-item.ts';
import { emitFlow, emitScalar, type YamlData } from './emit.ts';
import { writtenEntries } from './place.ts';
import { removeItem, removeKey } from './remove-element.ts';
import { setPath } from './set-path.ts';
import { sortElements } from './sort-elements.ts';

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab1:#-,[]{}\'" !&*\n\t.'), maxLength: 8 }),
  fc.string({ maxLength: 5 }),
);
const key = fc.constantFrom('a', 'b', 'c', 'd', 'on', '8080', 'x y', 'z:');
const scalar = fc.oneof(word, fc.integer({ min: -999, max: 999 }), fc.boolean(), fc.constant(null));
const { value } = fc.letrec<{ value: YamlData }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
}));
const document = fc.dictionary(key, value, { minKeys: 1, maxKeys: 5 });

/** Text for the data with random layout: block or flow, blank lines, comments, indentation. */
function write(data: YamlData, random: () => number, column: number, step: number): string {
  const pad = ' '.repeat(column);
  const comment = () => (random() < 0.2 ? ' # c' : '');
  const above = () => (random() < 0.2 ? `${pad}# above\n` : random() < 0.15 ? '\n' : '');
  if (typeof data !== 'object' || data === null)
    return ` ${data === null && random() < 0.5 ? '' : emitScalar(data, false)}${comment()}\n`;
  if (Object.keys(data).length === 0 || random() < 0.25) return ` ${emitFlow(data)}${comment()}\n`;
  const lines = Array.isArray(data)
    ? data.map((item: YamlData) => `${above()}${pad}-${write(item, random, column + step, step)}`)
    : Object.entries(data).map(
        ([name, item]) => `${above()}${pad}${emitScalar(name, false)}:${write(item, random, column + step, step)}`,
      );
  return `${comment()}\n${lines.join('')}`;
}

const file = fc
  .tuple(document, fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), fc.constantFrom(2, 3, 4))
  .map(([data, stream, step]) => write(data, () => stream.next().value, 0, step).replace(/^(?: *#[^\n]*)?\n|^ /, ''));

const encoded = fc
  .tuple(file, fc.boolean(), fc.boolean())
  .map(([text, bom, crlf]) => (bom ? '\ufeff' : '') + (crlf ? text.replaceAll('\n', '\r\n') : text));

const parse = (text: string) => parseYaml(sourceText('x.yaml', text));
const collections = (node: YamlNode): (YamlMap | YamlList)[] =>
  node.kind === 'scalar'
    ? []
    : [node, ...(node.kind === 'list' ? node.items : node.entries.map((entry) => entry.value)).flatMap(collections)];

/** The file after the edits, which must read without faults and have lost no comment unless `mayDrop`. */
function apply(tree: YamlTree, edits: readonly TextEdit[], mayDrop = false): YamlTree {
  const after = parse(applyEdits(tree.source.text, edits));
  expect(after.faults).toEqual([]);
  const texts = (of: YamlTree) => of.comments.map((comment) => comment.text).sort();
  if (!mayDrop) expect(texts(after)).toEqual(texts(tree));
  return after;
}

function check(plan: (tree: YamlTree, target: YamlMap | YamlList, pick: number, fresh: YamlData) => void) {
  fc.assert(
    fc.property(encoded, fc.nat(), fc.nat(), value, (text, which, pick, fresh) => {
      const tree = parse(text);
      expect(tree.faults).toEqual([]);
      const found = collections(tree.root);
      const target = found[which % found.length];
      if (target) plan(tree, target, pick, fresh);
    }),
    { numRuns: 1500 },
  );
}

/** The whole file's data after a change of the data at one collection. */
function expected(tree: YamlTree, target: YamlNode, change: (data: unknown) => unknown): unknown {
  const walk = (node: YamlNode): unknown => {
    if (node === target) return change(toData(node));
    if (node.kind === 'scalar') return node.value;
    if (node.kind === 'list') return node.items.map(walk);
    return Object.fromEntries(node.entries.map((entry) => [entryName(entry), walk(entry.value)]));
  };
  return walk(tree.root);
}

test('setting a key changes that key alone', () => {
  check((tree, target, pick, fresh) => {
    if (target.kind !== 'map') return;
    const name = ['a', 'b', 'new', 'x y'][pick % 4]!;
    const edits = setPath(tree, target, [name], fresh);
    if (!edits) return;
    const after = apply(tree, edits);
    expect(toData(after.root)).toEqual(expected(tree, target, (data) => ({ ...(data as object), [name]: fresh })));
  });
});

test('appending changes the end of that list alone', () => {
  check((tree, target, _, fresh) => {
    if (target.kind !== 'list') return;
    const edits = appendItem(tree, target, fresh);
    expect(edits).toBeDefined();
    expect(toData(apply(tree, edits!).root)).toEqual(expected(tree, target, (data) => [...(data as unknown[]), fresh]));
  });
});

test('removing takes that element alone', () => {
  check((tree, target, pick) => {
    const size = target.kind === 'map' ? target.entries.length : target.items.length;
    if (size === 0) return;
    const index = pick % size;
    const name = target.kind === 'map' ? entryName(target.entries[index]!) : '';
    const edits = target.kind === 'map' ? removeKey(tree, target, name) : removeItem(tree, target, index);
    if (!edits) return;
    const wanted = expected(tree, target, (data) => {
      if (Array.isArray(data)) return data.filter((_, at) => at !== index);
      return Object.fromEntries(Object.entries(data as object).filter(([each]) => each !== name));
    });
    expect(toData(apply(tree, edits, true).root)).toEqual(wanted);
  });
});

test('sorting keeps every element and comment', () => {
  check((tree, target, pick) => {
    const spans = target.kind === 'map' ? writtenEntries(target) : target.items;
    if (spans.length < 2) return;
    const order = spans.map((_, index) => (index + pick) % spans.length);
    const edits = sortElements(tree, target, order);
    if (!edits) return;
    const wanted = expected(tree, target, (data) => {
      if (Array.isArray(data)) return order.map((from) => data[from]);
      const entries = Object.entries(data as object);
      return Object.fromEntries(order.map((from) => entries[from]!));
    });
    expect(toData(apply(tree, edits).root)).toEqual(wanted);
  });
});

test('what is emitted reads back as the same data', () => {
  fc.assert(
    fc.property(value, (data) => {
      expect(toData(parse(emitFlow(data)).root)).toEqual(data);
      expect(toData(parse(`- ${emitFlow(data)}\n`).root)).toEqual([data]);
    }),
    { numRuns: 2000 },
  );
});
