// Packs what a tag releases, with the notes for it: node scripts/pack-release.mjs FOLDER TAG OWNER/NAME. A build has to come before.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PACKAGES, packTarballs } from '../e2e/support/tarballs.mjs';
import { changesOf, isVersion } from './release/versions.mjs';

const root = join(import.meta.dirname, '..');
const [folder, tag, repository] = process.argv.slice(2);
if (!folder || !tag || !/^[\w.-]+\/[\w.-]+$/.test(repository ?? ''))
  refuse('node scripts/pack-release.mjs FOLDER TAG OWNER/NAME');
const { version } = readJson('package.json');
if (!isVersion(version)) refuse(`package.json: ${JSON.stringify(version)} is no version`);
if (tag !== `v${version}`)
  refuse(`the tag ${tag} is not the version ${version}: node scripts/set-version.mjs ${tag.replace(/^v/, '')}`);
const notes = changesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version);
if (!notes) refuse(`CHANGELOG.md says nothing of ${version}: begin a section "## ${version}"`);

// Where it was built is part of what npm proves, and it refuses a manifest that names another repository.
for (const [path] of Object.values(PACKAGES)) {
  const manifest = join(path, 'package.json');
  const url = `git+https://github.com/${repository}.git`;
  writeFileSync(
    join(root, manifest),
    `${JSON.stringify({ ...readJson(manifest), repository: { type: 'git', url } }, undefined, 2)}\n`,
  );
}
mkdirSync(resolve(folder), { recursive: true });
for (const [name, tarball] of Object.entries(packTarballs(resolve(folder)))) console.log(`${name} ${tarball}`);
writeFileSync(join(resolve(folder), 'notes.md'), `${notes}\n`);

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}
