import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What is published, by name: the folder that it is packed from, and a file without which it was not built. */
export const PACKAGES = {
  dockwarden: ['packages/cli', 'dist/dockwarden.js'],
  '@dockwarden/nx': ['packages/nx/dist', 'plugin.js'],
  '@dockwarden/policies': ['policies', 'package.json'],
};

/** Packs what was built into a folder, as a registry would get it: tarball by package name. */
export function packTarballs(folder) {
  mkdirSync(folder, { recursive: true });
  return Object.fromEntries(
    Object.entries(PACKAGES).map(([name, [source, built]]) => [name, pack(join(root, source), built, folder)]),
  );
}

function pack(source, built, folder) {
  if (!existsSync(join(source, built))) throw new Error(`${source} is not built: npm run build`);
  const said = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: source,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // npm 10 and 11 give a list, npm 12 an object by name.
  const [packed] = Object.values(JSON.parse(said));
  if (!packed.files.some(({ path }) => path === built)) throw new Error(`${packed.name} is packed without ${built}`);
  return join(folder, packed.filename.replace('@', '').replace('/', '-'));
}
