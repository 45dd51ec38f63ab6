// Our own loading of Compose files, bundled from the sources.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const facts = join(import.meta.dirname, '../../../packages/facts/src/compose');

const folder = mkdtempSync(join(tmpdir(), 'compose-ours-'));
const outfile = join(folder, 'ours.mjs');

await build({
  stdin: {
    contents: `
      export * from './files/compose-groups.ts';
      export * from './oracle/cases/all.ts';
      export * from './oracle/cases/case.ts';
      export * from './oracle/cases/pairs.ts';
      export * from './oracle/memory-project.ts';
      export * from './oracle/plain.ts';
      export * from './oracle/plain-docker.ts';
      export * from './oracle/plain-model.ts';`,
    resolveDir: facts,
  },
  bundle: true,
  outfile,
  format: 'esm',
  platform: 'node',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});

export const ours = await import(outfile).finally(() => rmSync(folder, { recursive: true }));
