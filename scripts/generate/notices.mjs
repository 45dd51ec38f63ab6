import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const head = `Dockwarden is MIT licensed (see LICENSE). What is published contains the following works of others.
This file is generated: npm run generate.
`;

const rule = '-'.repeat(100);

/**
 * The notices of everything that is bundled into what is published: the packages that esbuild takes from node_modules, and
 * the data of others that stands in the sources with a NOTICE.md beside it.
 */
export async function thirdPartyNotices(root, entries) {
  const packages = (await bundledPackages(root, entries)).map((name) => packageNotice(root, name));
  const data = noticeFiles(join(root, 'packages')).map((path) => readFileSync(path, 'utf8').trim());
  const needsApache = data.some((notice) => notice.includes('Apache License'));
  const apache = needsApache ? [readFileSync(join(import.meta.dirname, 'licences/Apache-2.0.txt'), 'utf8').trim()] : [];
  return `${[head.trim(), ...packages, ...data, ...apache].join(`\n\n${rule}\n\n`)}\n`;
}

async function bundledPackages(root, entryPoints) {
  const { metafile } = await build({
    entryPoints,
    outdir: join(root, 'dist'),
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['nx', '@nx/devkit'],
    logLevel: 'error',
  });
  // Only what is in the output: a library may be read and wholly dropped again.
  const inputs = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
  const names = inputs.flatMap((path) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
}

function packageNotice(root, name) {
  const folder = join(root, 'node_modules', name);
  const { version, license, homepage, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  if (!file) throw new Error(`${name} has no licence file: its notice has to be written by hand`);
  const source = homepage ?? repository?.url ?? repository ?? '';
  return [`${name} ${version} (${license})`, source, '', readFileSync(join(folder, file), 'utf8').trim()].join('\n');
}

/** NOTICE.md files below a folder, sorted. */
function noticeFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !['node_modules', 'dist'].includes(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return noticeFiles(path);
      return entry.name === 'NOTICE.md' ? [path] : [];
    });
}
