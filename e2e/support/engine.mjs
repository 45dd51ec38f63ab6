import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadSource } from '../../scripts/load-source.mjs';

/** Why tests that need an engine are left out here; false where there is one. DOCKWARDEN_REQUIRE_ENGINE=1 makes its absence a failure. */
export function withoutEngine() {
  if (process.env.DOCKER_HOST) return false;
  if (process.env.DOCKWARDEN_REQUIRE_ENGINE === '1')
    throw new Error('DOCKER_HOST is not set, and an engine is required');
  return 'no engine: DOCKER_HOST is not set';
}

/** The registry of these tests, `host:port`. */
export const registry = process.env.DW_REGISTRY ?? '127.0.0.1:5001';

/** The image-building package, from its sources. */
export const loadBuild = () => loadSource(`export * from '@dockwarden-internal/build'`);

export function docker(...args) {
  const { status, stdout, stderr } = spawnSync('docker', args, { encoding: 'utf8', timeout: 120_000 });
  return { status, stdout: stdout.trim(), stderr };
}

/** Runs docker, and fails where it does. */
export function dockerOk(...args) {
  const { status, stdout, stderr } = docker(...args);
  if (status !== 0) throw new Error(`docker ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** `repository:tag` of the engine's images that a test calls its own. */
export function imagesWith(isOwn) {
  const names = docker('image', 'ls', '--format', '{{.Repository}}:{{.Tag}}').stdout.split('\n');
  return names.filter((name) => name !== '' && isOwn(name));
}

export function removeImages(isOwn) {
  const own = imagesWith(isOwn);
  if (own.length > 0) docker('image', 'rm', '--force', ...own);
}

/** A temporary folder with files, and names of images that are removed with it. */
export function makeBench(prefix) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'dockwarden-engine-')));
  return {
    root,
    prefix,
    write(files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
    },
    dispose() {
      removeImages((name) => name.startsWith(prefix) || name.startsWith(`${registry}/${prefix}`));
      rmSync(root, { recursive: true, force: true });
    },
  };
}
