import { unknown } from '../kernel/unsure.ts';
import { fitsRange, readRange } from './version-range.ts';

describe('fitsRange', () => {
  test.each([
    ['node', '22', '>=20 <23', true],
    ['node', '22', '>= 20', true],
    ['node', '18', '>=20', false],
    ['node', '22', '22', true],
    ['node', '22.11.0', '^22.3', true],
    ['node', '22.1.0', '^22.3', false],
    ['node', '22', '^20 || ^22', true],
    ['node', '21', '^20 || ^22', false],
    ['node', '22', 'v22.3.0', unknown],
    ['node', '20', 'v22.3.0', false],
    ['node', '22', '>=22.5', unknown],
    ['node', '22', 'lts/jod', true],
    ['node', '20', 'lts/jod', false],
    ['node', '22', 'lts/*', unknown],
    ['node', '22', '20 - 24', true],
    ['node', '22', '22.x', true],
    ['node', '22', '*', true],
    ['node', '22', '', true],
    ['node', '22', 'stable', unknown],
    ['node', 'lts', '>=20', unknown],
    ['node', '22', '<20 >24', false],
    ['node', '1', '^0.2.3', false],
    ['python', '3.12', '>=3.12,<4', true],
    ['python', '3.11', '>=3.12,<4', false],
    ['python', '3.12', '~=3.11', true],
    ['python', '3.12', '==3.12.*', true],
    ['python', '3.12', '==3.11.*', false],
    ['python', '3', '>=3.12', unknown],
    ['python', '3.12.7', '3.12.7', true],
    ['go', '1.26', '1.25', true],
    ['go', '1.24', '1.25', false],
    ['java', '21', '17', true],
    ['java', '17', '21', false],
  ])('%s %s against %s', (runtime, version, range, expected) => {
    expect(fitsRange(runtime, version, range, 'package.json')).toBe(expected);
  });

  test('a bare version is the least in Cargo.toml, and itself in rust-toolchain', () => {
    expect(fitsRange('rust', '1.90', '1.85', 'api/Cargo.toml')).toBe(true);
    expect(fitsRange('rust', '1.90', '1.85', 'rust-toolchain')).toBe(false);
  });
});

describe('readRange', () => {
  test.each(['what', '>=a', '^', '1.2 && 3'])('does not understand %s', (range) => {
    expect(readRange(range)).toBeUndefined();
  });

  test('a range that nothing fits has no intervals', () => {
    expect(readRange('>2 <1')).toEqual([]);
  });
});
