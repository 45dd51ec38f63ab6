import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeNotes } from '@dockwarden-internal/run/lint-inputs/file-notes';
import { expect, test } from '@jest/globals';
import { temporaryWorkspace, writeFiles } from '../testing/temporary-workspace.ts';
import { readLintLinks } from './lint-links.ts';

const FILES = {
  'dockwarden.yaml': 'dockwarden: config/v1\nextends: [./own.yaml]\n',
  'own.yaml': 'dockwarden: pack/v1\nid: house/own\npolicies: {}\n',
  'compose.yaml': 'services: { a: { extends: { file: common.yml, service: a } } }\n',
  'common.yml': 'services: { a: { build: apps/a } }\n',
};

const NOTES = new Map([
  ['apps/a/Dockerfile', takeNotes('apps/a/Dockerfile', 'FROM scratch\n')],
  ['compose.yaml', takeNotes('compose.yaml', FILES['compose.yaml'])],
]);

async function linksAfter(change: (root: string) => void) {
  const root = temporaryWorkspace(FILES);
  const read = () => readLintLinks(root, NOTES, '1');
  const [group] = (await read()).groups;
  expect(group?.files).toContain('common.yml');
  const book = join(root, '.nx/workspace-data/dockwarden-links.json');
  // What was kept is told from what is worked out anew by a name that only the book has.
  writeFileSync(
    book,
    readFileSync(book, 'utf8').replace('"files":["dockwarden.yaml"', '"files":["kept","dockwarden.yaml"'),
  );
  change(root);
  return read();
}

test('links are kept while nothing that they were told from has changed', async () => {
  const { configured } = await linksAfter((root) => writeFiles(root, { 'README.md': 'x' }));
  expect(configured.files).toContain('kept');
});

test.each<[string, Record<string, string>]>([
  ['a pack', { 'own.yaml': `${FILES['own.yaml']}extends: [./more.yaml]\n` }],
  ['an extended file', { 'common.yml': 'services: { a: { build: apps/b } }\n' }],
  ['variables', { '.env': 'A=1\n' }],
  ['a Bake file', { 'apps/docker-bake.hcl': '' }],
  ['a policy', { 'policies/a.policy.yaml': '' }],
])('they are told anew after a change of %s', async (_, files) => {
  const { configured } = await linksAfter((root) => writeFiles(root, files));
  expect(configured.files).not.toContain('kept');
});

test('where nothing can be told, any file counts', async () => {
  const root = temporaryWorkspace(FILES);
  rmSync(root, { recursive: true });
  expect((await readLintLinks(root, new Map(), '1')).configured.globs).toEqual(['**/*']);
});
