import type { ParamDeclaration, PolicyDocument } from './document.ts';
import { readParams } from './params.ts';
import { compileToy } from './testing/compile-toy.ts';

const declared = (declaration: Partial<ParamDeclaration>): PolicyDocument =>
  ({ id: 'a/b', params: { x: { description: 'X.', type: 'string', default: '', ...declaration } } }) as never;

function read(declaration: Partial<ParamDeclaration>, settings: Record<string, unknown>) {
  const problems: string[] = [];
  const params = readParams(declared(declaration), settings, ({ code, message, hint }) =>
    problems.push([code, message, hint].filter(Boolean).join(': ')),
  );
  return { value: params['x']?.value, problems };
}

const list = { type: 'array', items: { type: 'string' }, default: ['a', 'b'] } as const;

test.each([
  [{}, ['a', 'b']],
  [{ x: ['c'] }, ['c']],
  [{ x: { add: ['c'] } }, ['a', 'b', 'c']],
  [{ x: { remove: ['a'] } }, ['b']],
  [{ x: { add: ['c'], remove: ['a', 'z'] } }, ['b', 'c']],
  [{ x: [] }, []],
])('%j', (settings, value) => expect(read(list, settings)).toEqual({ value, problems: [] }));

test.each([
  [list, { x: 'c' }, '"c" is no list'],
  [list, { x: { ad: ['c'] } }, '{"ad":["c"]} is no list: a list is amended by { add: […] } and { remove: […] }'],
  [list, { x: [1.1] }, '1.1 is no text: write it in quotes'],
  [list, { x: { add: [true] } }, 'true is no text: write it in quotes'],
  [{ ...list, items: { type: 'integer' }, default: [] }, { x: ['1'] }, '"1" is no number: write it without quotes'],
  [{ type: 'boolean', default: false }, { x: 'yes' }, '"yes" is not true or false'],
  [{ type: 'integer', default: 1 }, { x: 1.5 }, '1.5 is no whole number'],
  [{ type: 'number', default: 1 }, { x: '1' }, '"1" is no number'],
  [{ type: 'string', default: '' }, { x: 1 }, '1 is no text: write it in quotes'],
] as const)('%j with %j: the default holds', (declaration, settings, message) => {
  const { value, problems } = read(declaration as never, settings);
  expect(problems).toEqual([`config/param: a/b: ${message}`]);
  expect(value).toEqual(declaration.default);
});

test('a parameter that is not there is named with the nearest', () =>
  expect(read({}, { y: 1, toString: 1 }).problems).toEqual([
    'config/param: a/b has no parameter `y`: did you mean `x`?',
    'config/param: a/b has no parameter `toString`: parameters: x',
  ]));

test('a default that does not fit its own declaration is the policy’s fault', () =>
  expect(read({ type: 'boolean', default: 'no' }, {}).problems).toEqual(['policy/param: "no" is not true or false']));

test('a value that its path never has is no default', () => {
  const params = (text: unknown): Record<string, ParamDeclaration> => ({
    x: { description: 'X.', type: 'array', default: text },
  });
  const said = (text: unknown) =>
    compileToy({ params: params(text), forbid: { genre: { param: 'x' } } }).problems.map(({ message }) => message);
  expect(said(['novel'])).toEqual([]);
  expect(said([])).toEqual([]);
  expect(said(['novle'])).toEqual(['`novle` is none of novel, poem']);
});
