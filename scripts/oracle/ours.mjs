import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** Loads a TypeScript module of the syntax package, by its path under `packages/syntax/src`. */
export async function loadSyntax(path) {
  const entry = fileURLToPath(new URL(`../../packages/syntax/src/${path}`, import.meta.url));
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    write: false,
    target: 'node20',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
