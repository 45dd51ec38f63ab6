import { nodeFileSystem } from '@dockwarden-internal/workspace';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { afterAll, describe, expect, test } from '@jest/globals';
import { composeGroups } from './compose-groups.ts';

afterAll(removeTemporaryFolders);

function groupsOf(files: Record<string, string>, paths = Object.keys(files)) {
  const root = temporaryFolder(files);
  return composeGroups(nodeFileSystem(root), root, paths);
}

test('the files of a folder are one group, with what they name', async () => {
  const groups = await groupsOf({
    'compose.yaml': 'services:\n  api:\n    build: { context: ., dockerfile: apps/api/Dockerfile }\n',
    'compose.prod.yaml': 'services:\n  api:\n    env_file: config/prod.vars\n',
    'apps/web/compose.yaml': 'services:\n  web:\n    build: .\n',
  });
  expect(groups).toEqual([
    {
      files: ['apps/web/.env', 'apps/web/compose.yaml'],
      builds: { 'apps/web/Dockerfile': ['apps/web'] },
    },
    {
      files: ['.env', 'compose.prod.yaml', 'compose.yaml', 'config/prod.vars'],
      builds: { 'apps/api/Dockerfile': ['.'] },
    },
  ]);
});

describe('what is followed', () => {
  const of = async (text: string, more: Record<string, string> = {}) => {
    const [group] = await groupsOf({ 'compose.yaml': text, ...more }, ['compose.yaml']);
    return group!;
  };

  test('a chain of files that extend each other, whatever they are called', async () => {
    const { files, builds } = await of('services: { a: { extends: { file: base/one.yml, service: a } } }\n', {
      'base/one.yml': 'services: { a: { extends: { file: ../two.conf, service: a } } }\n',
      'two.conf': 'services: { a: { build: { context: img, dockerfile: web.docker } } }\n',
    });
    expect(files).toEqual(['.env', 'base/one.yml', 'compose.yaml', 'two.conf']);
    expect(builds).toEqual({ 'img/web.docker': ['img'] });
  });

  test('an included file, what it extends, and its variables', async () => {
    const { files, builds } = await of('include:\n  - { path: infra/compose.yaml, env_file: infra/my.vars }\n', {
      'infra/compose.yaml': 'services: { a: { extends: { file: common.yml, service: a } } }\n',
      'infra/common.yml': 'services: { a: { build: "${DIR}" } }\n',
      'infra/my.vars': 'DIR=deep\n',
    });
    expect(files).toEqual(expect.arrayContaining(['infra/common.yml', 'infra/my.vars']));
    expect(builds).toEqual({ 'infra/deep/Dockerfile': ['infra/deep'] });
  });

  test('a circle ends', async () => {
    const { files } = await of('include: [other.yaml]\n', { 'other.yaml': 'include: [compose.yaml]\nservices: {}\n' });
    expect(files).toEqual(expect.arrayContaining(['compose.yaml', 'other.yaml']));
  });

  test.each<[string, string, Record<string, string[]>]>([
    [
      'anchors',
      'x-b: &b { context: api dir }\nservices: { a: { build: *b } }\n',
      { 'api dir/Dockerfile': ['api dir'] },
    ],
    ['a default', 'services: { a: { build: "${D:-api}" } }\n', { 'api/Dockerfile': ['api'] }],
    ['a variable that nothing sets', 'services: { a: { build: $D } }\n', {}],
    ['a remote context', 'services: { a: { build: https://github.com/a/b.git } }\n', {}],
    ['what leads out of the workspace', 'services: { a: { build: ../elsewhere } }\n', {}],
    ['a plain image', 'services: { a: { image: nginx } }\n', {}],
  ])('%s', async (_, text, builds) => {
    expect((await of(text)).builds).toEqual(builds);
  });
});
