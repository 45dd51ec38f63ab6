import { textAt } from '@dockwarden-internal/syntax';
import { worldOf } from '../testing/compose-of.ts';
import { sensitivePlaces } from './sensitive-places.ts';

const secretsIn = (files: Record<string, string>, path: string) => sensitivePlaces(worldOf(files), path).map(textAt);

test('secrets of a Dockerfile: ENV, ARG, and what a RUN exports', () => {
  const text =
    'ARG NPM_TOKEN=npm_0123456789abcdefghij0123456789abcdef\nFROM a\nENV DB_PASSWORD=hunter2hunter2 MODE=x\nRUN API_KEY=q8Zk2LmP9sTv run\n';
  expect(secretsIn({ Dockerfile: text }, 'Dockerfile').sort()).toEqual([
    'hunter2hunter2',
    'npm_0123456789abcdefghij0123456789abcdef',
    'q8Zk2LmP9sTv',
  ]);
});

test('secrets in the bodies of heredocs', () => {
  const text =
    'FROM a\nCOPY <<EOF /root/.netrc\nmachine b login c password hunter2\nEOF\nONBUILD RUN cat > /x <<EOF\n//r/:_authToken=hunter3\nEOF\n';
  expect(secretsIn({ Dockerfile: text }, 'Dockerfile')).toEqual(['hunter2', 'hunter3']);
});

test('secrets of a Compose file: environment as map, list and behind an anchor; build arguments, labels and log options', () => {
  const text = `
x-shared: &shared { SHARED_PASSWORD: hunter2hunter4 }
services:
  a: { image: a, environment: { DB_PASSWORD: hunter2hunter2 } }
  b: { image: a, environment: [DB_PASSWORD=hunter2hunter3] }
  c: { image: a, environment: *shared }
  d:
    build: { context: ., args: { API_TOKEN: hunter2hunter5 } }
    labels: { auth.password: hunter2hunter6 }
    logging: { driver: splunk, options: { splunk-token: hunter2hunter7 } }
`;
  const secrets = secretsIn({ 'compose.yaml': text }, 'compose.yaml');
  expect(secrets).toEqual([4, 2, 3, 5, 6, 7].map((digit) => `hunter2hunter${digit}`));
});

test('a broken Compose file still hides what is written', () => {
  const text =
    'services:\n  a:\n    environment:\n      DB_PASSWORD: hunter2hunter2\n      DB_PASSWORD: hunter2hunter3\n';
  expect(secretsIn({ 'compose.yaml': text }, 'compose.yaml').sort()).toEqual(['hunter2hunter2', 'hunter2hunter3']);
});

test('each file has its own, and the list is made once', () => {
  const world = worldOf({
    'compose.yaml': 'services: { a: { image: a, environment: { DB_PASSWORD: hunter2hunter2 } } }\n',
    'compose.override.yaml': 'services: { a: { environment: { API_TOKEN: hunter2hunter3 } } }\n',
  });
  expect(sensitivePlaces(world, 'compose.override.yaml').map(textAt)).toEqual(['hunter2hunter3']);
  expect(sensitivePlaces(world, 'compose.yaml')).toBe(sensitivePlaces(world, 'compose.yaml'));
  expect(sensitivePlaces(world, 'README.md')).toEqual([]);
});
