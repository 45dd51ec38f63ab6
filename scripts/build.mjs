// Bundles what is published: the command line (with the run layer that the Nx plugin uses) and its compiled policies.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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

const lazyLibraries = {
  name: 'lazy-libraries',
  setup: (context) =>
    context.onResolve({ filter: new RegExp(`^(${vendored.join('|')})$`) }, ({ path }) => ({
      path: `./vendor/${path}.js`,
      external: true,
    })),
};

for (const file of ['dockwarden.js', 'policies.json', 'policies-whole.json', 'vendor', 'schema-validator.js'])
  rmSync(join(dist, file), { recursive: true, force: true });
mkdirSync(join(dist, 'vendor'), { recursive: true });

await Promise.all([
  ...vendored.map((name) =>
    build({
      ...common,
      stdin: { contents: `module.exports = require('${name}')`, resolveDir: root },
      outfile: join(dist, 'vendor', `${name}.js`),
    }),
  ),
  build({
    ...common,
    entryPoints: [join(cli, 'src/entry.ts')],
    outfile: join(dist, 'dockwarden.js'),
    define: { DOCKWARDEN_VERSION: JSON.stringify(version), DOCKWARDEN_BUNDLED: 'true' },
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
