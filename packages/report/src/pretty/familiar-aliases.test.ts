import { familiarAliases } from './familiar-aliases.ts';

test('one of each tool that people know, the best known first', () => {
  const aliases = ['checkov:CKV_DOCKER_3', 'checkov:CKV_DOCKER_8', 'trivy:DS-0002', 'hadolint:DL3002', 'buildkit:X'];
  expect(familiarAliases(aliases)).toEqual(['hadolint:DL3002', 'buildkit:X', 'trivy:DS-0002']);
});

test('no query by its number, but what a team calls it', () => {
  expect(familiarAliases(['kics:fd54f200', 'cis:4.1', 'semgrep:missing-user', 'hadolint:DL3002', 'house:7'])).toEqual([
    'house:7',
    'hadolint:DL3002',
  ]);
  expect(familiarAliases(['kics:fd54f200'])).toEqual([]);
});
