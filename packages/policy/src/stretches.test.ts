import type { Env } from './env.ts';
import type { Kleene } from './kleene.ts';
import { isLong, repeatedList, stretchQuestion } from './stretches.ts';

interface Element {
  readonly answer: Kleene;
}

const list: readonly Element[] = [false, null, false, true, false, null].map((answer) => ({
  answer: answer as Kleene,
}));
const env: Env = { on: {}, self: {}, missing: [] };
const own = (element: unknown) => (element as Element).answer;

test.each([
  [0, 0, { settled: false, unsure: false }],
  [0, 1, { settled: false, unsure: false }],
  [0, 3, { settled: false, unsure: true }],
  [0, 4, { settled: true }],
  [2, 3, { settled: false, unsure: false }],
  [4, 5, { settled: false, unsure: false }],
  [4, 6, { settled: false, unsure: true }],
])('from %i to %i', (from, to, expected) => {
  expect(stretchQuestion(own, true)([{ list, from, to }], env)).toMatchObject(expected);
});

test('what settles may be a miss', () => {
  expect(stretchQuestion(own, false)([{ list, from: 1, to: 4 }], env)).toMatchObject({ settled: true });
  expect(stretchQuestion(own, false)([{ list, from: 3, to: 4 }], env)).toEqual({ settled: false, unsure: false });
});

test('several stretches are one collection', () => {
  const ask = stretchQuestion(own, true);
  const clear = { list, from: 4, to: 5 };
  expect(ask([clear, { list: [], from: 0, to: 0 }, { list, from: 0, to: 2 }], env)).toEqual({
    settled: false,
    unsure: true,
  });
  expect(ask([clear, { list, from: 2, to: 6 }], env)).toMatchObject({ settled: true });
});

test('each element is asked once, however many stretches there are', () => {
  const many = Array.from({ length: 5000 }, (): Element => ({ answer: false }));
  let asked = 0;
  const ask = stretchQuestion((element) => {
    asked++;
    return own(element);
  }, true);
  for (let to = 0; to <= many.length; to++) ask([{ list: many, from: 0, to }], env);
  for (let from = 0; from < many.length; from++) ask([{ list: many, from, to: many.length }], env);
  expect(asked).toBe(many.length);
});

test.each<[string, (env: Env) => unknown]>([
  ['on', ({ on }) => on],
  ['self', ({ self }) => self],
  ['bound', ({ bound }) => bound],
  ['missing', (each) => (each.missing = ['a'])],
])('a test that touches %s is for somebody else, and leaves nothing behind', (_, touch) => {
  const ask = stretchQuestion((element, each) => {
    touch(each);
    return own(element);
  }, true);
  expect(ask([{ list, from: 0, to: 6 }], env)).toBeUndefined();
  expect(env.missing).toEqual([]);
});

test('short lists are none of its business', () => {
  expect(isLong([{ list, from: 0, to: 6 }])).toBe(false);
  expect(isLong([{ list: Array(100).fill({}), from: 0, to: 1 }])).toBe(true);
});

test('a long list is a stretch where it is asked about again', () => {
  const again = repeatedList();
  const long = Array(100).fill({});
  expect([again(long), again(list), again(list)]).toEqual([undefined, undefined, undefined]);
  expect(again(long)).toEqual([{ list: long, from: 0, to: 100 }]);
});
