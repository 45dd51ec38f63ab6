/**
 * Loads TypeScript sources into a script, bundled on the fly, so that no build has to come before:
 *
 *   const { vocabulary } = await loadSource(`export { vocabulary } from '@dockwarden-internal/facts'`);
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');

/** Bundles a module given as text, whose relative imports start from the repository's root, and returns its exports. */
export async function loadSource(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    // The UMD form of jsonc-parser loads its parts in a way that cannot be bundled.
    mainFields: ['module', 'main'],
    target: 'node20',
    logLevel: 'warning',
  });
  const folder = mkdtempSync(join(tmpdir(), 'dockwarden-source-'));
  try {
    const file = join(folder, 'source.cjs');
    writeFileSync(file, outputFiles[0].contents);
    return createRequire(file)(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
