// Tests what is published in real workspaces: packs it, installs it beside each major of Nx, and runs e2e/.
//   node scripts/e2e.mjs [SUITE…] [--nx 22,23,24] [--suite build,setup,nx,turbo,plain,matrix,report,stacks] [--only PATTERN] [--write-table] [--keep]
// Of the stacks in e2e/stacks.yaml all are built where the suite is named, else those marked for CI; --write-table keeps what was measured for docs/stacks.md.
// Tests that build images need a Docker engine (DOCKER_HOST); without one they are left out, and with DOCKWARDEN_REQUIRE_ENGINE=1 they fail.
// Those of the HTML report need a browser (chromium in PATH, or DOCKWARDEN_BROWSER); the same with DOCKWARDEN_REQUIRE_BROWSER=1.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../e2e/support/browser.mjs';
import { installNx, NX_VERSIONS } from '../e2e/support/nx-installation.mjs';
import { packTarballs } from '../e2e/support/tarballs.mjs';
import { installTurbo, TURBO_VERSION } from '../e2e/support/turbo-installation.mjs';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    nx: { type: 'string', default: process.env.DOCKWARDEN_E2E_NX ?? Object.keys(NX_VERSIONS).join(',') },
    suite: { type: 'string' },
    only: { type: 'string' },
    'write-table': { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});

const SUITES = ['build', 'setup', 'nx', 'turbo', 'plain', 'matrix', 'report', 'stacks'];
/** Those that install what is packed. */
const PACKED = ['nx', 'turbo', 'plain', 'matrix'];
const named = [...positionals, ...(values.suite?.split(',') ?? [])];
const unknown = named.filter((suite) => !SUITES.includes(suite));
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: no such suite; there are ${SUITES.join(', ')}`);
const suites = named.length > 0 ? named : SUITES;

const majors = values.nx.split(',').filter(Boolean);
for (const major of majors)
  if (!NX_VERSIONS[major])
    throw new Error(`Nx ${major} is not tested; tested are ${Object.keys(NX_VERSIONS).join(', ')}`);

const folder = mkdtempSync(join(tmpdir(), 'dockwarden-e2e-'));
const counts = { passed: 0, failed: 0, skipped: 0 };
try {
  if (suites.includes('build')) {
    console.log(
      process.env.DOCKER_HOST ? '\nImages' : '\nImages: no engine (DOCKER_HOST is not set), so that nothing is built',
    );
    runTests('build', {});
  }
  if (suites.includes('report')) {
    console.log(
      findBrowser()
        ? '\nThe HTML report in a browser'
        : '\nThe HTML report: no browser (chromium in PATH, or DOCKWARDEN_BROWSER), so that it is not looked at',
    );
    runTests('report', {});
  }
  if (suites.includes('setup')) {
    console.log('\nWhat setup writes');
    runTests('setup', {});
  }
  const tarballs = PACKED.some((suite) => suites.includes(suite)) ? packTarballs(join(folder, 'tarballs')) : {};
  for (const major of suites.includes('nx') ? majors : []) {
    const versions = NX_VERSIONS[major];
    console.log(`\nNx ${versions.nx}`);
    const home = installNx(major, tarballs, folder);
    runTests('nx', { major, versions, home, folder, tarballs, version });
  }
  if (suites.includes('turbo')) {
    console.log(`\nTurborepo ${TURBO_VERSION}`);
    runTests('turbo', { home: installTurbo(tarballs, folder), folder });
  }
  if (suites.includes('plain')) {
    console.log('\nRepositories without a task runner');
    runTests('plain', { folder, tarballs });
  }
  if (suites.includes('matrix')) {
    console.log('\nWhich tasks run after which change');
    const nx = Object.fromEntries(majors.map((major) => [major, installNx(major, tarballs, folder)]));
    runTests('matrix', { nx, home: installTurbo(tarballs, folder), folder });
  }
  if (suites.includes('stacks')) {
    console.log('\nStacks');
    const all = named.includes('stacks');
    runTests('stacks', { all, record: values['write-table'] });
    if (values['write-table']) spawnSync('npm', ['run', 'generate'], { cwd: root, stdio: 'inherit' });
  }
} finally {
  if (values.keep) console.log(`kept: ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}
const left = counts.skipped > 0 ? `, ${counts.skipped} left out` : '';
console.log(`\n${counts.passed} passed, ${counts.failed} failed${left}`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;

/** Runs the test files of a folder of e2e one after another: Nx itself uses all the cores there are. */
function runTests(suite, setting) {
  const files = readdirSync(join(root, 'e2e', suite)).filter((name) => name.endsWith('.test.mjs'));
  const tally = join(folder, 'tally.tap');
  const args = [
    '--test',
    '--test-concurrency=1',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${tally}`,
    ...(values.only ? [`--test-name-pattern=${values.only}`] : []),
    ...files.map((name) => join(root, 'e2e', suite, name)),
  ];
  const env = { ...process.env, DOCKWARDEN_E2E: JSON.stringify(setting) };
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
  const said = readFileSync(tally, 'utf8');
  const passed = countOf(said, 'pass');
  const failed = countOf(said, 'fail') + countOf(said, 'cancelled');
  counts.passed += passed;
  counts.skipped += countOf(said, 'skipped');
  // A run that dies without a word is a failure, too.
  counts.failed += failed || (status === 0 ? 0 : 1);
}

function countOf(tap, word) {
  return Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
}
