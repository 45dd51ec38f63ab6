import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The versions that are tested: the last of each major. That of 22 has no `@nx/devkit`, as a workspace by `nx init`.
 *
 * @source the packages nx and @nx/devkit, and their release notes
 * @asOf 2026-11-21
 */
export const NX_VERSIONS = {
  22: { nx: '22.7.12' },
  23: { nx: '23.3.2', '@nx/devkit': '23.3.2' },
  24: { nx: '24.0.6', '@nx/devkit': '24.0.0' },
};

/** Installs a major of Nx with our packages once; the workspaces of its tests share the result. Returns the folder. */
export function installNx(major, tarballs, folder) {
  const home = join(folder, `nx-${major}`);
  if (existsSync(join(home, 'node_modules/.package-lock.json'))) return home;
  mkdirSync(home, { recursive: true });
  const ours = Object.entries(tarballs).map(([name, tarball]) => [name, `file:${tarball}`]);
  // Nx reads with it the paths of tsconfig.base.json, by which projects of an integrated workspace import each other.
  const typescript = '5.9.3';
  const devDependencies = { ...NX_VERSIONS[major], typescript, ...Object.fromEntries(ours) };
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name: `nx-${major}`, private: true, devDependencies }));
  execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return home;
}
