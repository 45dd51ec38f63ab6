import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version that is tested. */
export const TURBO_VERSION = '2.11.11';

/** Installs Turborepo with our packages once. Returns the folder. */
export function installTurbo(tarballs, folder) {
  const home = join(folder, 'turbo');
  if (existsSync(join(home, 'node_modules/.package-lock.json'))) return home;
  mkdirSync(home, { recursive: true });
  const devDependencies = { turbo: TURBO_VERSION, dockwarden: `file:${tarballs.dockwarden}` };
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'turbo-home', private: true, devDependencies }));
  execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return home;
}
