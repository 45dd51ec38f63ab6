import { looksLikeCompose } from './compose-content.ts';

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
  ['compose.yaml', 'a:\n  jobs: 1\nservices: {}\n', true],
])('%s with %j: %s', (path, text, expected) => {
  expect(looksLikeCompose(path, text)).toBe(expected);
});
