import { textAt } from '@dockwarden-internal/syntax';
import { unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { runVariables } from './run-variables.ts';

const variables = (run: string) => runVariables(instructionOf(dockerfileOf(`FROM node\n${run}\n`), 'run'));

test('export and what stands in front of a command', () => {
  const found = variables('RUN export A=1 && B="two x" make && C=3');
  expect(found.map(({ name, value, declaredBy }) => [name, value, declaredBy])).toEqual([
    ['A', '1', 'run'],
    ['B', 'two x', 'run'],
  ]);
  expect(found.map(({ place, namePlace }) => [textAt(place), textAt(namePlace)])).toEqual([
    ['A=1', 'A'],
    ['B="two x"', 'B'],
  ]);
});

test('a value that hangs on the run is unresolved', () => {
  expect(variables('RUN export A=$(date)')[0]?.value).toBe(unresolved);
});

test('none without', () => {
  expect(variables('RUN make')).toEqual([]);
});
