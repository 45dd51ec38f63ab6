import { depthGuard } from './depth-guard.ts';

test('answers for what goes too deep', () => {
  const guard = depthGuard(3);
  const count = (left: number): number => (left === 0 ? 0 : guard(() => 1 + count(left - 1), 100));
  expect(count(3)).toBe(3);
  expect(count(4)).toBe(103);
  expect(count(2)).toBe(2);
});

test('a failure leaves the depth as it was', () => {
  const guard = depthGuard(1);
  const fail = () =>
    guard(() => {
      throw new Error('no');
    }, undefined);
  expect(fail).toThrow('no');
  expect(fail).toThrow('no');
});
