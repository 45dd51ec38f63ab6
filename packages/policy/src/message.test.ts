import { unknown } from '@dockwarden-internal/facts';
import { compileToy } from './testing/compile-toy.ts';
import { type Book, source } from './testing/toy-vocabulary.ts';

function render(message: string, book: Book): string {
  const { checks, problems } = compileToy({ require: { notes: { hasAll: ['x'] } }, message });
  expect(problems).toEqual([]);
  return checks[0]!.telling().message!.render({ on: book, self: book, bound: new Map(), missing: ['a', 'b'] });
}

test('paths, roots and filters', () => {
  expect(render('{{ title }} of {{ self.pages }}', { title: 'Emma', pages: 3 })).toBe('Emma of 3');
  expect(render('{{ title | code }} {{ title | upper }} {{ title | quote }}', { title: 'Emma' })).toBe(
    '`Emma` EMMA "Emma"',
  );
  expect(render('{{ authors | list }}', { authors: [{ name: 'A' }, { name: 'B' }] })).toBe('A, B');
  expect(render('{{ missing | quote | list }}', {})).toBe('"a", "b"');
  expect(render('LABEL {{ missing | pairs }}', {})).toBe('LABEL a="" b=""');
  expect(render('x{{ sequel.title | hint }}', {})).toBe('x');
});

test('absent prints (none), unknown its source, a secret a mask', () => {
  expect(render('{{ title }}', {})).toBe('(none)');
  expect(render('{{ title }}', { title: unknown, at: 6 })).toBe(source.text.slice(6, 10));
  expect(render('{{ secret }}', { title: 'hunter2' })).toBe('•••');
});

test('the words of the policy are told from values, and so is what stands for one', () => {
  const { checks } = compileToy({
    require: { notes: { hasAll: ['x'] } },
    message: '{{ title }} of {{ missing }} is {{ secret }}: a secret',
  });
  const told = (book: Book) => {
    const message = checks[0]!.telling().message!;
    const { text, values } = message.tell({ on: book, self: book, bound: new Map(), missing: ['a', '(none)'] });
    return [text, ...values.map(({ start, end }) => text.slice(start, end))];
  };
  expect(told({ title: 'Emma' })).toEqual(['Emma of a, (none) is •••: a secret', 'Emma', 'a, (none)']);
  expect(told({})).toEqual(['(none) of a, (none) is •••: a secret', 'a, (none)']);
  expect(told({ title: unknown, at: 6 })[1]).toBe('beta');
});

describe('text for a file', () => {
  function template(message: string) {
    const { checks, problems } = compileToy({ require: { notes: { hasAll: ['x'] } }, message });
    expect(problems).toEqual([]);
    return checks[0]!.telling().message!;
  }
  const env = (book: Book) => ({ on: book, self: book, bound: new Map(), missing: ['a, b', 'c'] });

  test('is the value in its place; a value that is not known there is what stands in the file', () => {
    expect(template('<{{ title | upper }}>').fill(env({ title: 'Emma' }))).toBe('<EMMA>');
    expect(template('<{{ title }}>').fill(env({ title: unknown, at: 6 }))).toBe('<beta>');
  });

  test('is none where a mask, `(none)` or `(unknown)` would be written', () => {
    expect(template('{{ title }}').fill(env({}))).toBeUndefined();
    expect(template('{{ title | upper }}').fill(env({}))).toBeUndefined();
    expect(template('{{ title }}').fill(env({ title: unknown }))).toBeUndefined();
    expect(template('{{ secret }}').fill(env({ title: 'hunter2' }))).toBeUndefined();
    expect(template('{{ secret }}').lines(env({ title: 'hunter2' }))).toBeUndefined();
  });

  test('as lines: the elements of a list, whatever is in them, else the lines of the text', () => {
    expect(template('{{ missing }}').lines(env({}))).toEqual(['a, b', 'c']);
    expect(template('x\n{{ title }}').lines(env({ title: 'Emma' }))).toEqual(['x', 'Emma']);
  });
});

test.each([
  ['{{ missing | list }}', 'nothing in this check binds `missing`'],
  ['a {{ title', 'a `{{` of this text is not closed'],
  ['{{ title }} {{ {{ pages }}', 'a `{{` of this text is not closed'],
  ['{{ }}', '`{{ }}` names nothing'],
])('%j is no message', (message, expected) => {
  const { checks, problems } = compileToy({ forbid: { lent: true }, message });
  expect(problems.map((problem) => problem.message)).toEqual([expected]);
  expect(checks).toEqual([]);
});

const hasX = { notes: { hasAll: ['x'] } };

describe('`missing` can be said where a finding implies that something is', () => {
  const said = (part: Parameters<typeof compileToy>[0]) =>
    compileToy({ ...part, message: '{{ missing }}' }).problems.map(({ message }) => message);
  test.each([
    [{ require: hasX }],
    [{ forbid: { not: hasX } }],
    [{ where: { not: hasX }, forbid: { lent: true } }],
    [{ require: { any: [hasX, { lent: true }] } }],
  ])('%j', (part) => expect(said(part)).toEqual([]));
  test.each([
    [{ require: { lent: true, ...hasX } }],
    [{ forbid: hasX }],
    [{ where: hasX, forbid: { lent: true } }],
    [{ unless: hasX, forbid: { lent: true } }],
    [{ forbid: { any: [{ not: hasX }, { lent: true }] } }],
  ])('not under %j', (part) => expect(said(part)).toEqual(['a finding does not imply that something is `missing`']));
});
