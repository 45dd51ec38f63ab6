import { expect, test } from '@jest/globals';
import { faultsOf } from '../testing.ts';

const run = (device: string) => `FROM a\nRUN --device=${device} ls\n`;

test.each(['vendor.com/class=name', 'vendor.com/class', 'name=a,required', 'a,required=false', 'required'])(
  '%s is right',
  (device) => {
    expect(faultsOf(run(device))).toEqual([]);
  },
);

test.each([
  ['a,b', 'b'],
  ['a,name=b', 'name=b'],
  ['a,required=maybe', 'required=maybe'],
])('%s', (device, words) => {
  expect(faultsOf(run(device))).toEqual([['syntax/flag-value', words]]);
});
