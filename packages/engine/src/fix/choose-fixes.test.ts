import { sourceText } from '@dockwarden-internal/syntax';
import { growth, MOST_GROWTH } from '@dockwarden-internal/syntax/test-support/growth';
import type { Fix } from '../finding.ts';
import { offeredFixes, withoutOverlap } from './choose-fixes.ts';

const sources = { a: sourceText('a', '0123456789'), b: sourceText('b', '0123456789') };

type Edit = readonly [file: keyof typeof sources, start: number, end: number, text: string];

const fix = (...edits: Edit[]): { fix: Fix } => ({
  fix: {
    safety: 'safe',
    edits: edits.map(([file, start, end, text]) => ({ source: sources[file], edit: { span: { start, end }, text } })),
  },
});

/** Numbers of the fixes that are taken. */
function taken(...fixes: { fix: Fix }[]): number[] {
  return withoutOverlap(fixes).taken.map((each) => fixes.indexOf(each));
}

test.each([
  ['apart', [fix(['a', 0, 1, 'x']), fix(['a', 2, 3, 'x'])], [0, 1]],
  ['in other files', [fix(['a', 0, 1, 'x']), fix(['b', 0, 1, 'y'])], [0, 1]],
  ['overlapping', [fix(['a', 0, 4, 'x']), fix(['a', 3, 6, 'x'])], [0]],
  ['one within the other', [fix(['a', 0, 9, 'x']), fix(['a', 3, 4, 'x'])], [0]],
  ['one around two', [fix(['a', 1, 2, 'x']), fix(['a', 5, 6, 'x']), fix(['a', 0, 9, 'x'])], [0, 1]],
  ['replacing side by side', [fix(['a', 0, 3, 'x']), fix(['a', 3, 6, 'x'])], [0, 1]],
  ['two inserts at one place', [fix(['a', 3, 3, 'x']), fix(['a', 3, 3, 'y'])], [0]],
  ['an insert at the edge of a replaced stretch', [fix(['a', 0, 3, 'x']), fix(['a', 3, 3, 'y'])], [0]],
  ['an insert at its beginning', [fix(['a', 3, 6, 'x']), fix(['a', 3, 3, 'y'])], [0]],
  ['equal', [fix(['a', 3, 3, 'x']), fix(['a', 3, 3, 'x'])], [0, 1]],
  [
    'whole or not at all',
    [fix(['a', 0, 3, 'x']), fix(['b', 0, 1, 'y'], ['a', 2, 4, 'y']), fix(['b', 0, 1, 'z'])],
    [0, 2],
  ],
  ['at odds with itself', [fix(['a', 0, 3, 'x'], ['a', 2, 4, 'y']), fix(['a', 0, 1, 'z'])], [1]],
])('%s', (_, fixes, expected) => expect(taken(...fixes)).toEqual(expected));

test('equal edits are one, and the edits of a file are in order', () => {
  const { edits } = withoutOverlap([fix(['a', 5, 6, 'x']), fix(['a', 0, 1, 'y']), fix(['a', 5, 6, 'x'])]);
  expect(edits.get('a')!.map((edit) => edit.text)).toEqual(['y', 'x']);
});

test('unsafe fixes are offered on demand, those of silenced findings never', () => {
  const finding = (safety: 'safe' | 'unsafe', suppressed: object | null) => ({
    fix: { safety, edits: [] },
    suppressed,
  });
  const findings = [
    finding('safe', null),
    finding('unsafe', null),
    finding('safe', { kind: 'inline', reason: '' }),
    {},
  ];
  expect(offeredFixes(findings as never, false)).toHaveLength(1);
  expect(offeredFixes(findings as never, true)).toHaveLength(2);
});

test('tens of thousands of edits take no longer than their number', async () => {
  const text = sourceText('c', 'x'.repeat(60_000));
  const fixes = Array.from({ length: 20_000 }, (_, index) => ({
    fix: {
      safety: 'safe' as const,
      edits: [{ source: text, edit: { span: { start: index * 3, end: index * 3 + 1 }, text: 'y' } }],
    },
  }));
  const cost = await growth(20_000, (number) => {
    expect(withoutOverlap(fixes.slice(0, number)).taken).toHaveLength(number);
  });
  expect(cost).toBeLessThan(MOST_GROWTH);
});
