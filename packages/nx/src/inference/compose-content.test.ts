import { describe, expect, test } from '@jest/globals';
import { looksLikeCompose } from './compose-content.ts';

describe('looksLikeCompose', () => {
  test.each([
    ['services', 'services:\n  web:\n    image: nginx:1.29\n'],
    ['a comment and a name first', '# local\nname: shop\n\nservices:\n  web: {}\n'],
    ['only an include', 'include:\n  - infra.yaml\n'],
    ['quoted keys', '"services":\n  web: {}\n'],
    ['Windows line ends and a byte order mark', '\uFEFFservices:\r\n  web: {}\r\n'],
  ])('yes: %s', (_, text) => {
    expect(looksLikeCompose(text)).toBe(true);
  });

  test.each([
    ['a workflow with service containers', 'on: push\njobs:\n  test:\n    services:\n      db: {}\n'],
    ['a file of a process manager', 'version: "0.5"\nprocesses:\n  api:\n    command: npm start\n'],
    ['a Kubernetes object', 'apiVersion: v1\nkind: List\nservices: []\n'],
    ['an empty file', ''],
  ])('no: %s', (_, text) => {
    expect(looksLikeCompose(text)).toBe(false);
  });
});
