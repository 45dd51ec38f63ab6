// Sets the version of everything that is released: node scripts/set-version.mjs 0.2.0. docs/releasing.md is what comes before and after.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesOf, isVersion, setVersion } from './release/versions.mjs';

const root = join(import.meta.dirname, '..');
const [version = ''] = process.argv.slice(2);
if (!isVersion(version)) {
  console.error(`${JSON.stringify(version)} is no version: node scripts/set-version.mjs 0.2.0`);
  process.exit(2);
}
setVersion(root, version);
console.log(`${version} is set everywhere`);
if (changesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version) === undefined)
  console.log(`CHANGELOG.md says nothing of it yet: begin a section "## ${version}"`);
