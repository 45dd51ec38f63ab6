import { sourceText } from '@dockwarden-internal/syntax';
import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
import { isCompose } from './is-compose.ts';

const holds = (text: string) => isCompose(parseYaml(sourceText('x-compose.yaml', text)));

test.each([
  'services:\n  web: { image: x }\n',
  'services:\n  web:\n',
  'services: {}\n',
  'include:\n  - other.yaml\n',
  'x-a: 1\nservices: { a: !reset null }\n',
  'version: "3"\n---\nservices: { a: { image: x } }\n',
])('%j is Compose', (text) => {
  expect(holds(text)).toBe(true);
});

test.each([
  '',
  '- a\n',
  'on: push\njobs: { a: { services: {} } }\n',
  'version: "0.5"\nprocesses: { a: { command: x } }\n',
  'services: [docker:dind]\nbuild: { script: x }\n',
  'services:\n  App\\Thing: ~\n  x: 5\n',
  'apiVersion: v1\nkind: List\nservices: { a: { b: c } }\n',
  'web:\n  image: x\n',
])('%j is not', (text) => {
  expect(holds(text)).toBe(false);
});
