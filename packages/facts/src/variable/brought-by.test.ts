import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { textsAt } from '../testing/texts-at.ts';
import { broughtBy, mayBeBrought } from './brought-by.ts';
import { variablesOf } from './variables-of.ts';

const variable = (text: string, files: Record<string, string> = {}, path = 'Dockerfile') =>
  dockerfileOf(`FROM debian:12\n${text}\n`, { files, path }).instructions.flatMap(variablesOf)[0]!;

test('the file itself', () => {
  expect(textsAt(broughtBy(variable('COPY key.json /app/\nENV KEY=/app/key.json')))).toEqual(['COPY key.json /app/']);
  expect(broughtBy(variable('WORKDIR /app\nCOPY key.json .\nENV KEY=./key.json'))).toHaveLength(1);
  expect(broughtBy(variable('COPY key.json /app/\nENV KEY=/app/other.json'))).toEqual([]);
  expect(broughtBy(variable('COPY key.json /app/\nENV MODE=fast'))).toEqual([]);
});

test('a folder that holds it', () => {
  const files = { 'src/key.json': '' };
  expect(broughtBy(variable('COPY src /app\nENV KEY=/app/key.json', files))).toHaveLength(1);
  expect(broughtBy(variable('COPY . /app\nENV KEY=/app/src/key.json', files))).toHaveLength(1);
  const other = variable('COPY src /app\nENV KEY=/app/other.json', files);
  expect([broughtBy(other), mayBeBrought(other)]).toEqual([[], false]);
});

test('a folder that cannot be looked at may', () => {
  const unseen = variable('COPY src /app\nENV KEY=/app/key.json', {}, 'apps/x/Dockerfile');
  expect([broughtBy(unseen), mayBeBrought(unseen)]).toEqual([[], true]);
  expect(mayBeBrought(variable('COPY src /\nENV KEY=/run/secrets/key.json', {}, 'apps/x/Dockerfile'))).toBe(false);
  expect(mayBeBrought(variable('COPY src /app\nENV KEY=/run/key.json', {}, 'apps/x/Dockerfile'))).toBe(false);
});
