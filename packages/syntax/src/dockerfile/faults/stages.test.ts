import { expect, test } from '@jest/globals';
import { faultsOf, treeOf } from '../testing.ts';

test('a file without instructions', () => {
  expect(faultsOf('# a\n')).toEqual([['syntax/no-instructions', '# a\n']]);
});

test('a fragment without FROM is read wholly', () => {
  const tree = treeOf('ARG A\nRUN a\nUSER b\n');
  expect(tree.instructions).toHaveLength(3);
  expect(tree.faults).toMatchObject([{ code: 'syntax/no-from', span: { start: 6, end: 9 } }]);
});

test('with ARG alone it is refused only when it is built', () => {
  expect(treeOf('ARG A\n').faults).toMatchObject([{ code: 'syntax/no-from', later: 'build' }]);
});

test('something else than ARG before the first FROM', () => {
  expect(faultsOf('ARG A\nENV B=1\nRUN c\nFROM d\n')).toEqual([['syntax/before-from', 'ENV B=1']]);
});
