import { expect, test } from '@jest/globals';
import { faultsOf, treeOf } from '../testing.ts';

test.each(['ONBUILD', 'FROM', 'MAINTAINER'])('ONBUILD cannot hold %s', (keyword) => {
  expect(faultsOf(`FROM a\nONBUILD ${keyword} a\n`)).toEqual([['syntax/onbuild-trigger', keyword]]);
});

test('what the trigger has wrong shows when it fires', () => {
  expect(treeOf('FROM a\nONBUILD FOO\n').faults).toMatchObject([
    { code: 'syntax/unknown-instruction', later: 'trigger' },
  ]);
  expect(treeOf('FROM a\nONBUILD USER\n').faults).toMatchObject([
    { code: 'syntax/missing-argument', later: 'trigger' },
  ]);
});

test('what the parser refuses in it is refused at once', () => {
  expect(treeOf('FROM a\nONBUILD ENV A\n').faults).toEqual([expect.not.objectContaining({ later: 'trigger' })]);
});
