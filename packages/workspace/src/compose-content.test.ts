import { looksLikeCompose, mayBeCompose } from './compose-content.ts';

test.each([
  ['compose.yaml', 'services:\n  a: {}\n', true],
  ['dev-compose.yml', '\uFEFF# dev\r\nname: a\r\n"services" :\r\n  a: {}\r\n', true],
  ['my-compose.yaml', 'include:\n  - a.yaml\n', true],
  ['compose.override.yaml', 'volumes:\n  data:\n', true],
  ['compose.yaml', 'services\n  a: {}\n', true],
  ['docker-compose.dev.yml', '', true],
  ['process-compose.yaml', 'processes:\n  a: {}\n', false],
  ['process-compose.yaml', 'version: "0.5"\n', false],
  ['.github/workflows/docker-compose.yml', 'name: x\non: push\njobs: {}\n', false],
  ['.github/docker-compose.yml', 'x: 1\n', false],
  ['docker-compose.yaml', 'apiVersion: v1\nkind: List\nservices: []\n', false],
  ['compose.yaml', 'service:\n  a: {}\n', true],
  ['compose.yaml', 'name: a\n', true],
  ['compose.yaml', 'x-a: {}\n', true],
  ['compose.yaml', 'web:\n  image: a\n', false],
  ['docker-compose.yml', 'version: "1"\nsettings: {}\n', false],
  ['compose.yaml', 'version: "1"\nservices: {}\nsubgraphs: {}\n', false],
  ['compose.yaml', 'a:\n  jobs: 1\nservices: {}\n', true],
])('%s with %j: %s', (path, text, expected) => {
  expect(looksLikeCompose(path, text)).toBe(expected);
});

test.each([
  ['services: {}\n', true],
  ['volumes: {}\n', true],
  ['', true],
  ['kind: Deployment\n', false],
  ['kind: List\nservices: {}\n', false],
  ['replicas: 2\n', false],
])('a file that was named may be Compose with %j: %s', (text, expected) => {
  expect(mayBeCompose(text)).toBe(expected);
});
