import { expect, test } from '@jest/globals';
import { composeGroups } from './compose-groups.ts';
import { takeNotes } from './file-notes.ts';

const notes = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, takeNotes(path, text)]));

test('the files of a folder are one group, with what they name', () => {
  const groups = composeGroups(
    notes({
      'compose.yaml': 'services:\n  api:\n    build: { context: ., dockerfile: apps/api/Dockerfile }\n',
      'compose.prod.yaml': 'services:\n  api:\n    env_file: config/prod.env\n',
      'apps/web/compose.yaml': 'services:\n  web:\n    build: .\n',
      'apps/api/Dockerfile': 'FROM node:22\n',
    }),
  );
  expect(groups).toEqual([
    {
      files: ['.env', 'compose.prod.yaml', 'compose.yaml', 'config/prod.env'],
      builds: new Map([
        ['Dockerfile', ['.']],
        ['apps/api/Dockerfile', ['.']],
      ]),
    },
    {
      files: ['apps/web/.env', 'apps/web/compose.yaml'],
      builds: new Map([['apps/web/Dockerfile', ['apps/web']]]),
    },
  ]);
});

test('what a file includes counts with its own links, also in a circle', () => {
  const [group] = composeGroups(
    notes({
      'compose.yaml': 'include: [infra/compose.yaml]\n',
      'infra/compose.yaml': 'include: [../compose.yaml]\nservices:\n  db:\n    build: db\n',
    }),
  );
  expect(group?.files).toEqual(['.env', 'compose.yaml', 'infra/compose.yaml']);
  expect(group?.builds.get('infra/db/Dockerfile')).toEqual(['infra/db']);
});

test('what leads out of the workspace is left out', () => {
  const [group] = composeGroups(notes({ 'compose.yaml': 'services:\n  a:\n    build: ../elsewhere\n' }));
  expect(group?.builds).toEqual(new Map());
});
