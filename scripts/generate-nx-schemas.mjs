// Writes packages/nx/schemas from the option tables; with --check it writes nothing and fails where a file is stale.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');

const { outputFiles } = await build({
  stdin: {
    contents: `export { SCHEMAS } from './schemas.ts';\nexport { jsonSchema } from './json-schema.ts';`,
    resolveDir: join(root, 'packages/nx/src/options'),
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
});
const { SCHEMAS, jsonSchema } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const stale = [];
for (const source of SCHEMAS) {
  const path = `packages/nx/schemas/${source.file}.generated.json`;
  const text = `${JSON.stringify(jsonSchema(source), undefined, 2)}\n`;
  if (readText(join(root, path)) === text) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(join(root, 'packages/nx/schemas'), { recursive: true });
  writeFileSync(join(root, path), text);
}

if (check && stale.length > 0) {
  console.error(`Stale, run npm run generate:\n${stale.map((path) => `  ${path}`).join('\n')}`);
  process.exitCode = 1;
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
