import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker, dockerOk } from '../support/engine.mjs';
import { runOk } from '../support/run-program.mjs';

/** Paths of all files of an image, whether or not it has a program that could list them. */
export async function imageFiles(image, name) {
  const archive = join(tmpdir(), `${name}-${randomBytes(4).toString('hex')}.tar`);
  dockerOk('create', '--name', name, image, 'none');
  try {
    await runOk('docker', ['export', '--output', archive, name]);
    return (await runOk('tar', ['-tf', archive])).split('\n');
  } finally {
    docker('container', 'rm', '--force', name);
    rmSync(archive, { force: true });
  }
}

/** Files of a package, or of a folder of that name, but for what the npm of a base brings along. */
export const filesOf = (paths, name) =>
  paths.filter((path) => path.split('/').includes(name) && !path.includes('local/lib/node_modules/npm/'));
