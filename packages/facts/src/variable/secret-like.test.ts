import { unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { isSecretLike } from './secret-like.ts';
import { variablesOf } from './variables-of.ts';

const last = (text: string) =>
  isSecretLike(dockerfileOf(`FROM scratch\n${text}\n`).instructions.flatMap(variablesOf).at(-1)!);

test.each([
  'ENV DB_PASSWORD=hunter2',
  'ARG NPM_TOKEN=abc',
  'ENV DB=postgres://a:hunter2@db/x',
  'RUN export API_KEY=abc',
  'ENV SOME_KEY=9f86d081884c7d659a2feaa0c55ad015',
  'ARG A=hunter2\nENV DB_PASSWORD=$A',
])('%s', (text) => {
  expect(last(text)).toBe(true);
});

test.each([
  'ARG NPM_TOKEN',
  'ENV NPM_TOKEN=',
  'ENV SECRET_FILE=/run/secrets/x',
  'ENV DB_PASSWORD=/run/secrets/x',
  'ENV PUBLIC_KEY=abc',
  'ENV A=hunter2',
  'ENV SOME_KEY=ProcessId',
  'ENV TOKEN=true',
])('not %s', (text) => {
  expect(last(text)).toBe(false);
});

test('a value that cannot be told leaves it open, if the name says secret', () => {
  expect(last('ARG T\nENV NPM_TOKEN=$T')).toBe(unresolved);
  expect(last('ARG T\nENV PLAIN=$T')).toBe(false);
  expect(last('ARG P\nENV DB=postgres://a:hunter2@db/$P')).toBe(true);
});
