import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What is published, by name, and the folder that it is packed from. */
const PACKAGES = {
  dockwarden: 'packages/cli',
  '@dockwarden/nx': 'packages/nx/dist',
  '@dockwarden/policies': 'policies',
};

/** Packs what was built into a folder, as a registry would get it: tarball by package name. */
export function packTarballs(folder) {
  mkdirSync(folder, { recursive: true });
  return Object.fromEntries(Object.entries(PACKAGES).map(([name, source]) => [name, pack(join(root, source), folder)]));
}

function pack(source, folder) {
  if (!existsSync(join(source, 'package.json'))) throw new Error(`${source} is not built: npm run build`);
  const said = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: source,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // npm 10 and 11 give a list, npm 12 an object by name.
  const [packed] = Object.values(JSON.parse(said));
  return join(folder, packed.filename.replace('@', '').replace('/', '-'));
}
