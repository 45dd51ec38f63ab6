import { distinctDiagnostics } from './distinct-diagnostics.ts';

test('the same, found by several steps, is said once and where it was found first', () => {
  const [down, other] = [
    { code: 'engine/unreachable', message: 'No engine.', exit: 3 },
    { code: 'engine/unreachable', message: 'No other engine.', exit: 3 },
  ] as const;
  expect(distinctDiagnostics([down, other, { ...down }])).toEqual([down, other]);
});
