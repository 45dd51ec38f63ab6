import { readUserSpec } from './user-spec.ts';

describe('readUserSpec', () => {
  test.each([
    ['node', { name: 'node', root: false, numeric: false }],
    ['1000:1000', { name: '1000', group: '1000', root: false, numeric: true }],
    ['root', { name: 'root', root: true, numeric: false }],
    ['Root:staff', { name: 'Root', group: 'staff', root: true, numeric: false }],
    ['0', { name: '0', root: true, numeric: true }],
    ['00:5', { name: '00', group: '5', root: true, numeric: true }],
    ['', { name: '', root: true, numeric: false }],
    ['ContainerAdministrator', { name: 'ContainerAdministrator', root: true, numeric: false }],
    ['rooty', { name: 'rooty', root: false, numeric: false }],
    ['1001:0', { name: '1001', group: '0', root: false, numeric: true }],
  ])('%s', (text, expected) => {
    expect(readUserSpec(text)).toEqual(expected);
  });
});
