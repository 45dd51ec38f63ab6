// Bundles what is published: the command line (with the run layer that the Nx plugin uses) and its compiled policies.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildNx } from './build-nx.mjs';
import { bundleLazily } from './bundle/lazy-chunks.mjs';
import { parsedJson } from './bundle/parsed-json.mjs';
import { loadSource } from './load-source.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'packages/cli');
const dist = join(cli, 'dist');
const { version } = JSON.parse(readFileSync(join(cli, 'package.json'), 'utf8'));

/** What most runs do not need: each is read when something of it is first used. */
const parts = [
  '@dockwarden-internal/report',
  '@dockwarden-internal/syntax/ignore/clean-path',
  '@dockwarden-internal/syntax/ignore/git-ignore',
  '@dockwarden-internal/workspace/read-workspace',
  'jsonc-parser',
  'minimatch',
  'unbash',
];

mkdirSync(dist, { recursive: true });
rmSync(join(dist, 'vendor'), { recursive: true, force: true });
const product = {
  DOCKWARDEN_VERSION: JSON.stringify(version),
  DOCKWARDEN_BUILD: JSON.stringify(sourcesDigest()),
};
const metafile = await bundleLazily({
  root,
  outdir: dist,
  entry: { in: join(cli, 'src/entry.ts'), out: 'dockwarden' },
  parts,
  define: { ...product, DOCKWARDEN_BUNDLED: 'true' },
  beside: ['start.js'],
  plugins: [parsedJson],
});
// Stands by itself, since it is what loads the rest.
await build({
  entryPoints: [join(cli, 'src/start/start.ts')],
  outfile: join(dist, 'start.js'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  external: ['./dockwarden.js'],
  define: product,
  logLevel: 'warning',
});
writeFileSync(join(dist, 'meta.tmp.json'), JSON.stringify(metafile));

const { compileBuiltin } = await loadSource(
  `export { compileBuiltin } from '@dockwarden-internal/run/builtin/compile-builtin'`,
);
const { compiled, faults } = await compileBuiltin(join(root, 'policies'));
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
// A lint run reads the rules; pages and tests read the examples too.
const rules = compiled.policies.map(({ examples, references, ...rule }) => rule);
writeFileSync(join(dist, 'policies.json'), JSON.stringify({ ...compiled, policies: rules }));
writeFileSync(
  join(dist, 'policies-pages.json'),
  JSON.stringify(compiled.policies.map(({ examples, references }) => ({ examples, references }))),
);
rmSync(join(dist, 'policies-whole.json'), { force: true });

for (const folder of [cli, join(root, 'policies')]) copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
await buildNx();

/** Tells results of one build from those of another, whatever the version says. */
function sourcesDigest() {
  const hash = createHash('sha256');
  for (const folder of ['packages', 'policies']) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    const sources = names.filter((name) => /\.(ts|json|yaml)$/.test(name) && !/(^|\/)(dist|node_modules)\//.test(name));
    for (const name of sources.sort()) hash.update(name).update(readFileSync(join(root, folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
