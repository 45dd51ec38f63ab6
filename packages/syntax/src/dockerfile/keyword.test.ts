import { expect, test } from '@jest/globals';
import { goLowerCase, INSTRUCTIONS } from './keyword.ts';

test('the instructions that BuildKit knows', () => {
  expect(INSTRUCTIONS.size).toBe(18);
  expect([...INSTRUCTIONS]).toEqual([...INSTRUCTIONS].sort());
});

test('lower case as Go has it', () => {
  expect(['RUN', 'WORKD\u0130R', 'WOR\u212aDIR'].map(goLowerCase)).toEqual(['run', 'workdir', 'workdir']);
});
