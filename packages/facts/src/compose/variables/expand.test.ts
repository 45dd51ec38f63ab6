import { expand } from './expand.ts';

const values = new Map(Object.entries({ A: 'a', EMPTY: '', lower: 'l', DOLLAR: '$A' }));
const keep = { get: (name: string) => values.get(name), unset: 'keep' } as const;

test.each([
  ['plain', 'plain'],
  ['$A-$lower', 'a-l'],
  ['${A}x', 'ax'],
  ['$$A $${A}', '$A ${A}'],
  ['$ $1 $(x) $', '$ $1 $(x) $'],
  ['${A:-d}', 'a'],
  ['${EMPTY:-d}', 'd'],
  ['${EMPTY-d}', ''],
  ['${NONE-d}', 'd'],
  ['${NONE:-${A}}', 'a'],
  ['${NONE:-${NONE:-${A:-x}}y}z', 'ayz'],
  ['${NONE:-{"a":1}}', '{"a":1}'],
  ['${A:-x} and ${EMPTY:-y}', 'a and y'],
  ['${A:+set}', 'set'],
  ['${EMPTY:+set}', ''],
  ['${EMPTY+set}', 'set'],
  ['${A:?why}', 'a'],
  ['${EMPTY?why}', ''],
  ['${NONE:-a:-b}', 'a:-b'],
  ['${NONE-a:-b}', 'a:-b'],
  ['${DOLLAR}', '$A'],
  ['${NONE:-{}', '{'],
  ['${NONE:-{}}', '{}'],
  ['${NONE:-{a}x', '{ax'],
  ['${NONE:-{}} and }', '{}} and '],
  ['${A:-$${A}', 'a'],
  ['${NONE:-$${A}', '${A'],
])('%s is %s', (source, text) => {
  expect(expand(source, keep)).toMatchObject({ text, holes: [], invalid: [], missing: [] });
});

test.each([
  ['${NONE}:80', '${NONE}', 'NONE'],
  ['x$NONE', '$NONE', 'NONE'],
  ['${NONE:?why}', '${NONE:?why}', 'NONE'],
  ['${EMPTY:?why}', '${EMPTY:?why}', 'EMPTY'],
  ['${NONE:+set}', '${NONE:+set}', 'NONE'],
  ['${OTHER:-${NONE}}!', '${NONE}', 'NONE'],
])('%s keeps %s as a hole', (source, hole, variable) => {
  const { text, holes } = expand(source, keep);
  expect(holes.map((each) => [text.slice(each.start, each.end), each.variable])).toEqual([[hole, variable]]);
});

test('blank is what docker compose does without a value', () => {
  const blank = { get: (name: string) => values.get(name), unset: 'blank' } as const;
  expect(expand('[$NONE][${NONE}][${NONE:+x}]', blank).text).toBe('[][][]');
  expect(expand('${NONE:?why}', blank).missing).toEqual(['NONE']);
});

test.each(['${', '${}', '${1}', '${A', '${A:x}', '${A!}', '${A:-x', '${A:-x\n}', '${-x}'])(
  '%j is invalid',
  (source) => {
    expect(expand(source, keep).invalid).toEqual([source]);
  },
);

test('what stands behind an operator is refused whether it is needed or not', () => {
  const blank = { ...keep, unset: 'blank' } as const;
  for (const source of ['${A:-${}', '${NONE:+${}', '${A:?${}', '${EMPTY-x${1}}']) {
    expect(expand(source, blank).invalid).toHaveLength(1);
  }
  expect(expand('${A:-${NONE:?why}}', blank)).toMatchObject({ text: 'a', missing: ['NONE'] });
});

test('nesting is bounded', () => {
  const deep = (levels: number) => '${NONE:-'.repeat(levels) + '}'.repeat(levels);
  expect(expand(deep(20), keep).invalid).toEqual([]);
  expect(expand(deep(20_000), keep).invalid).toHaveLength(1);
});

test('names what it looked up', () => {
  expect(expand('$A ${NONE:-${EMPTY}} $$X', keep).variables).toEqual(['A', 'NONE', 'EMPTY']);
});
