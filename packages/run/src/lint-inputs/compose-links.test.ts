import { describe, expect, test } from '@jest/globals';
import { composeLinks } from './compose-links.ts';

const none = { contexts: [], dockerfiles: [], files: [] };

describe('composeLinks', () => {
  test.each<[string, string, Partial<ReturnType<typeof composeLinks>>]>([
    ['the short form of build', 'services:\n  a:\n    build: ./apps/a\n', { contexts: ['./apps/a'] }],
    [
      'the long form',
      'services:\n  a:\n    build:\n      context: ../..\n      dockerfile: "apps/a/Dockerfile" # why\n',
      { contexts: ['.', '../..'], dockerfiles: ['apps/a/Dockerfile'] },
    ],
    [
      'flow style',
      'services: { a: { build: { context: ., dockerfile: a.Dockerfile } } }',
      { contexts: ['.'], dockerfiles: ['a.Dockerfile'] },
    ],
    [
      'include',
      'include:\n  - infra/compose.yaml\n  - path: [a.yml, b.yml]\n',
      { files: ['a.yml', 'b.yml', 'infra/compose.yaml'] },
    ],
    ['extends', 'services:\n  a:\n    extends: { file: base.yaml, service: a }\n', { files: ['base.yaml'] }],
    [
      'env files',
      'services:\n  a:\n    env_file: [.env.local, config/app.env]\n',
      { files: ['.env.local', 'config/app.env'] },
    ],
    [
      'remote contexts and variables',
      'services:\n  a:\n    build: https://github.com/a/b.git\n  b:\n    build: $DIR\n',
      {},
    ],
    ['a plain image', 'services:\n  a:\n    image: nginx:1.29\n', {}],
  ])('%s', (_, text, links) => {
    expect(composeLinks(text)).toEqual({ ...none, ...links });
  });
});
