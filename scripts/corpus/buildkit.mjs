// Holds the pack peers/buildkit to BuildKit's own build checks on the Dockerfiles of a corpus: the same warnings on the same lines.
//
//   DOCKWARDEN_CORPUS=<folder> npm run corpus:buildkit -- [--engine | --checks] [--sample N] [--differences N] [--min 99]
//
// A record of `dockerfile.jsonl` holds what BuildKit warned of (`buildkit`: `{ ruleName, line }` each; null where it could not read the
// file). With --checks its own packages are asked, without an engine (DOCKWARDEN_CHECKS: scripts/oracle/README.md); with --engine
// `docker buildx`, which wants every base. --sample takes every so many, N in all. Variables that a base may define of which nothing is
// known are set apart: BuildKit looks into the base, or was given another in its stead. BuildKit calls every warning by the first line of
// its instruction (an empty continuation by the last), we by that of the words: both ways are counted.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { askChecks } from '../oracle/checks/ask.mjs';

const { values } = parseArgs({
  options: {
    engine: { type: 'boolean', default: false },
    checks: { type: 'boolean', default: false },
    sample: { type: 'string' },
    differences: { type: 'string', default: '20' },
    min: { type: 'string', default: '99' },
  },
});
const corpus = process.env.DOCKWARDEN_CORPUS;
if (!corpus) {
  console.error('corpus:buildkit: set DOCKWARDEN_CORPUS to a folder with dockerfile.jsonl');
  process.exit(2);
}
const bin = fileURLToPath(new URL('../../packages/cli/bin/dockwarden.js', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'dockwarden-buildkit-'));
const records = taken(
  readFileSync(join(corpus, 'dockerfile.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line)),
);
for (const { id, content } of records) {
  mkdirSync(join(root, id));
  writeFileSync(join(root, id, 'Dockerfile'), content);
}

const verdicts = values.checks ? askChecks(records.map(({ id, content }) => ({ id, text: content }))) : undefined;
const ours = warningsOf('severity: warning');
const alsoUnknown = warningsOf('severity: warning\n    unknown: report');
let compared = 0;
let same = 0;
let sameLines = 0;
let warnings = 0;
let apart = 0;
const byRule = new Map();
const differences = [];
for (const { id, content, buildkit } of records) {
  const theirs = verdicts ? warningsIn(verdicts.get(id)) : values.engine ? askEngine(id) : buildkit;
  if (!theirs) continue;
  compared++;
  const said = (list) =>
    list.map(({ ruleName, line }) => ({
      exact: `${ruleName}:${line}`,
      key: `${ruleName}:${firstLine(content, line)}`,
    }));
  const found = said(ours.get(id) ?? []);
  const keys = new Set(found.map(({ key }) => key));
  const unknown = new Set(said(alsoUnknown.get(id) ?? []).flatMap(({ key }) => (keys.has(key) ? [] : [key])));
  const expected = said(theirs).filter(({ key }) => !unknown.has(key));
  const expectedKeys = new Set(expected.map(({ key }) => key));
  const missing = [...expectedKeys].filter((each) => !keys.has(each));
  const extra = [...keys].filter((each) => !expectedKeys.has(each));
  warnings += expectedKeys.size;
  apart += theirs.length - expected.length;
  for (const each of expectedKeys) count(each, missing.includes(each) ? 'missing' : 'same');
  for (const each of extra) count(each, 'extra');
  if (equal(found, expected)) sameLines++;
  if (missing.length + extra.length === 0) same++;
  else {
    const told = [...missing.map((each) => `lacks ${each}`), ...extra.map((each) => `has ${each}`)];
    differences.push(`${id}: ${told.join(', ')}`);
  }
}
rmSync(root, { recursive: true });

for (const line of differences.slice(0, Number(values.differences))) console.log(line);
for (const [rule, { same: equal = 0, missing = 0, extra = 0 }] of [...byRule].sort())
  console.log(`${rule.padEnd(32)} ${equal} the same, ${missing} missing, ${extra} more`);
const share = (100 * same) / Math.max(1, compared);
console.log(
  `${same} of ${compared} files with the same warnings on the same instructions (${share.toFixed(1)} %), ${sameLines} on the same lines (${((100 * sameLines) / Math.max(1, compared)).toFixed(1)} %)\n` +
    `${warnings} warnings of BuildKit; set apart: ${apart} variables of unknown bases, ${records.length - compared} files that it could not read`,
);
process.exitCode = share >= Number(values.min) ? 0 : 1;

function taken(all) {
  const wanted = values.sample === undefined ? all.length : Number(values.sample);
  const step = Math.max(1, Math.floor(all.length / wanted));
  return all.filter((_, index) => index % step === 0).slice(0, wanted);
}

/** The line on which the instruction of a line begins. */
function firstLine(content, line) {
  const lines = content.split(/\r?\n/);
  for (let above = line - 1; above > 0; above--) {
    const text = lines[above - 1];
    if (/^\s*(#|$)/.test(text)) continue;
    if (!/[\\`]\s*$/.test(text)) break;
    line = above;
  }
  return line;
}

function equal(a, b) {
  const [left, right] = [a, b].map((list) => new Set(list.map(({ exact }) => exact)));
  return left.size === right.size && [...left].every((each) => right.has(each));
}

function count(warning, how) {
  const rule = warning.slice(0, warning.indexOf(':'));
  const counts = byRule.get(rule) ?? {};
  counts[how] = (counts[how] ?? 0) + 1;
  byRule.set(rule, counts);
}

/** Our warnings by folder. */
function warningsOf(ofVariables) {
  const config = join(root, 'dockwarden-buildkit.yaml');
  writeFileSync(
    config,
    `dockwarden: config/v1\nextends: [dockwarden:peers/buildkit]\npolicies:\n  syntax/variables-defined:\n    ${ofVariables}\n  syntax/variables-defined/redeclared-for-shell: off\n`,
  );
  const args = ['lint', '--config', config, '--no-cache', '--format', 'json', root];
  const run = spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8', maxBuffer: 1 << 30, cwd: root });
  if (run.status !== 0 && run.status !== 1) throw new Error(run.stdout.slice(0, 1000) + run.stderr.slice(0, 1000));
  const files = new Map();
  for (const finding of JSON.parse(run.stdout).findings) {
    if (finding.suppressed) continue;
    const id = finding.file.split('/').at(-2);
    const said = files.get(id) ?? [];
    files.set(id, said);
    for (const alias of finding.aliases)
      if (alias.startsWith('buildkit:'))
        said.push({ ruleName: alias.slice('buildkit:'.length), line: finding.range.start.line });
  }
  return files;
}

function warningsIn({ error, warnings: said }) {
  return error ? undefined : said;
}

/** What `docker buildx build --call=check` says of a file; undefined where it cannot read it. */
function askEngine(id) {
  const args = ['buildx', 'build', '--call=check,format=json', join(root, id)];
  const run = spawnSync('docker', args, { encoding: 'utf8', maxBuffer: 1 << 26, timeout: 120_000 });
  let report;
  try {
    report = JSON.parse(run.stdout);
  } catch {
    return undefined;
  }
  if (report.buildError) return undefined;
  return (report.warnings ?? []).map(({ ruleName, location }) => ({
    ruleName,
    line: location?.ranges?.[0]?.start?.line ?? 1,
  }));
}
