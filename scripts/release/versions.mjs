import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The manifests that hold the version of the product: what is published, what is inside of it, and the repository. */
export function manifestPaths(root) {
  const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/package.json`);
  return ['package.json', 'policies/package.json', ...packages].filter((path) => existsSync(join(root, path)));
}

/** Each place that names the version, with what it says: manifests, and their entries of the lock file. */
export function versionsIn(root) {
  const manifests = manifestPaths(root).map((path) => [path, readJson(root, path).version]);
  const lock = readJson(root, 'package-lock.json');
  const locked = manifestPaths(root).map((path) => {
    const folder = path === 'package.json' ? '' : path.replace(/\/package\.json$/, '');
    return [`package-lock.json ${folder || '.'}`, lock.packages[folder]?.version];
  });
  return new Map([...manifests, ['package-lock.json', lock.version], ...locked]);
}

/** Sets the version everywhere, and changes nothing else of the files. */
export function setVersion(root, version) {
  for (const path of manifestPaths(root)) {
    edit(root, path, (text) => text.replace(/^( {2}"version": )"[^"]*"/m, `$1${JSON.stringify(version)}`));
  }
  edit(root, 'package-lock.json', (text) => {
    const lock = JSON.parse(text);
    lock.version = version;
    for (const path of manifestPaths(root)) {
      const folder = path === 'package.json' ? '' : path.replace(/\/package\.json$/, '');
      if (lock.packages[folder]) lock.packages[folder].version = version;
    }
    return `${JSON.stringify(lock, undefined, 2)}\n`;
  });
}

/** A version by semver's grammar, without build metadata, which registries drop. */
export function isVersion(text) {
  return /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-[0-9a-z-]+(?:\.[0-9a-z-]+)*)?$/i.test(text);
}

/** What CHANGELOG.md says of a version; undefined where it has no heading for it. */
export function changesOf(changelog, version) {
  const [, section] = changelog.split(`\n## ${version}`);
  return section === undefined || !/^(?: |\n)/.test(section)
    ? undefined
    : section.split(/\n## /)[0].split('\n').slice(1).join('\n').trim();
}

function edit(root, path, change) {
  const place = join(root, path);
  writeFileSync(place, change(readFileSync(place, 'utf8')));
}

function readJson(root, path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
