import { byCodeUnits } from './by-code-units.ts';

test('texts stand in the order of their code units, whatever a language makes of them', () => {
  expect(['ä', 'b', 'a', 'Z', 'aa', '', 'a'].sort(byCodeUnits)).toEqual(['', 'Z', 'a', 'a', 'aa', 'b', 'ä']);
});
