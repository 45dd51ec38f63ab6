// Runs the main job, nx run-many -t docker-lint, on examples/shop with what was just built, and holds the findings to those that the
// example announces. With --update it writes what was found into the announcement instead.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { faultTable, idsOf } from './demo/fault-list.mjs';
import { between } from './generate/markdown.mjs';

const root = join(import.meta.dirname, '..');
const shop = join(root, 'examples/shop');
const reports = join(shop, 'tmp/docker-lint');
const update = process.argv.includes('--update');

linkBuilt();
rmSync(reports, { recursive: true, force: true });
console.log('> nx run-many -t docker-lint\n');
runNx([
  'run-many',
  '-t',
  'docker-lint',
  '--skip-nx-cache',
  '--output-style=stream',
  '--format=pretty',
  '--format=json=tmp/docker-lint/{projectName}.json',
]);

const found = readFindings();
const expectedPath = join(shop, 'expected-findings.json');
const expected = JSON.parse(readFileSync(expectedPath, 'utf8'));
if (update) announce(found, expected);
else compare(found, expected.findings);

/** The example finds the plugin as an installed workspace would: in its node_modules, and without a network. */
function linkBuilt() {
  const modules = join(shop, 'node_modules');
  const nx = join(modules, '@dockwarden/nx');
  rmSync(modules, { recursive: true, force: true });
  mkdirSync(nx, { recursive: true });
  // A copy: through a link Node would look for `dockwarden` beside the real folder.
  cpSync(join(root, 'packages/nx/dist'), nx, { recursive: true, filter: (path) => !path.endsWith('/types') });
  symlinkSync(builtDockwarden(), join(modules, 'dockwarden'), 'junction');
}

function builtDockwarden() {
  const folders = ['packages/cli/dist', 'packages/cli'].map((folder) => join(root, folder));
  const built = folders.find((folder) => nameOf(folder) === 'dockwarden');
  if (!built) fail('dockwarden is not built: npm run build');
  return built;
}

function nameOf(folder) {
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).name : undefined;
}

function runNx(args) {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('nx/package.json');
  const { bin } = require('nx/package.json');
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' };
  const { error } = spawnSync(process.execPath, [join(dirname(manifest), bin.nx), ...args], {
    cwd: shop,
    env,
    stdio: 'inherit',
  });
  if (error) fail(error.message);
}

/** What the JSON reports of the tasks say, as `file:line id`, sorted. */
function readFindings() {
  if (!existsSync(reports)) fail('nx wrote no reports: see above');
  const findings = new Map();
  for (const entry of readdirSync(reports, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const report = JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    for (const { message } of report.diagnostics) fail(message);
    for (const { file, id, range, message, suppressed } of report.findings) {
      if (!suppressed) findings.set(`${file}:${range.start.line} ${id}`, { file, line: range.start.line, id, message });
    }
  }
  return [...findings.values()].sort((a, b) => order(a.file, b.file) || a.line - b.line || order(a.id, b.id));
}

function order(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compare(actual, announced) {
  const key = ({ file, line, id }) => `${file}:${line} ${id}`;
  const [have, want] = [new Set(actual.map(key)), new Set(announced.map(key))];
  const extra = [...have].filter((line) => !want.has(line));
  const missing = [...want].filter((line) => !have.has(line));
  for (const line of extra) console.log(`+ found, not announced: ${line}`);
  for (const line of missing) console.log(`- announced, not found: ${line}`);
  if (extra.length + missing.length > 0) fail('the findings are not those that examples/shop announces');
  console.log(`${have.size} findings, exactly those that examples/shop announces`);
}

/** Writes the findings, and beside each fault of the list the ids of those that stand there and speak about it. */
function announce(actual, { faults }) {
  const listed = faults.map((fault) => ({
    ...fault,
    ids: idsOf(fault, actual, readFileSync(join(shop, fault.file), 'utf8')),
  }));
  const findings = actual.map(({ file, line, id }) => ({ file, line, id }));
  writeFileSync(expectedPath, `${JSON.stringify({ faults: listed, findings }, undefined, 2)}\n`);
  const readme = join(shop, 'README.md');
  const text = readFileSync(readme, 'utf8');
  writeFileSync(readme, between(text, 'faults', faultTable(listed)));
  console.log(`${findings.length} findings written to examples/shop`);
  for (const { fault, file, line, ids } of listed)
    if (ids.length === 0) console.log(`no finding yet: ${file}:${line} ${fault}`);
}

function fail(message) {
  console.error(`demo: ${message}`);
  process.exit(1);
}
