// Bundles what is published: the command line (with the run layer that the Nx plugin uses) and its compiled policies.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildNx } from './build-nx.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'packages/cli');
const dist = join(cli, 'dist');
const { version } = JSON.parse(readFileSync(join(cli, 'package.json'), 'utf8'));

/** Libraries that a usual run does not need: each a file of its own, loaded at the first import that is reached. */
const vendored = ['yaml', 'zod', 're2js'];

const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  absWorkingDir: root,
  logLevel: 'warning',
};

/** The validator of the Compose schema is as heavy as a library, and is loaded like one. */
const composeSchema = join(root, 'packages/facts/src/compose/schema/validate-compose.generated.js');

const lazyLibraries = {
  name: 'lazy-libraries',
  setup: (context) => {
    context.onResolve({ filter: new RegExp(`^(${vendored.join('|')})$`) }, ({ path }) => ({
      path: `./vendor/${path}.js`,
      external: true,
    }));
    context.onResolve({ filter: /\/validate-compose\.generated\.js$/ }, () => ({
      path: './vendor/compose-schema.js',
      external: true,
    }));
  },
};

mkdirSync(join(dist, 'vendor'), { recursive: true });

await Promise.all([
  ...vendored.map((name) =>
    build({
      ...common,
      stdin: { contents: `module.exports = require('${name}')`, resolveDir: root },
      outfile: join(dist, 'vendor', `${name}.js`),
    }),
  ),
  build({ ...common, entryPoints: [composeSchema], outfile: join(dist, 'vendor', 'compose-schema.js') }),
  build({
    ...common,
    entryPoints: [join(cli, 'src/entry.ts')],
    outfile: join(dist, 'dockwarden.js'),
    define: {
      DOCKWARDEN_VERSION: JSON.stringify(version),
      DOCKWARDEN_BUILD: JSON.stringify(sourcesDigest()),
      DOCKWARDEN_BUNDLED: 'true',
    },
    plugins: [lazyLibraries],
    metafile: true,
  }).then(({ metafile }) => writeFileSync(join(dist, 'meta.tmp.json'), JSON.stringify(metafile))),
]);

const { compileBuiltin } = createRequire(import.meta.url)(join(dist, 'dockwarden.js'));
const { compiled, faults } = await compileBuiltin(join(root, 'policies'));
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
// A lint run reads the rules; pages and tests read the examples too.
const rules = compiled.policies.map(({ examples, references, ...rule }) => rule);
writeFileSync(join(dist, 'policies.json'), JSON.stringify({ ...compiled, policies: rules }));
writeFileSync(join(dist, 'policies-whole.json'), JSON.stringify(compiled));

copyFileSync(join(root, 'LICENSE'), join(cli, 'LICENSE'));
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
