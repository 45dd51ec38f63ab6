// Holds fixes to BuildKit's own build checks on the Dockerfiles of a corpus: what it would build it would still build after `--fix` and
// after `--fix --unsafe`, and it warns of nothing that it did not warn of before. Needs a build, DOCKWARDEN_CORPUS, and DOCKWARDEN_CHECKS
// (scripts/oracle/README.md).
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askChecks } from '../oracle/checks/ask.mjs';
import { everyPolicy } from './every-policy.mjs';
import { asOtherEditors } from './other-editors.mjs';

const corpus = process.env.DOCKWARDEN_CORPUS;
if (!corpus || !process.env.DOCKWARDEN_CHECKS) {
  console.error(
    'corpus:fixes: set DOCKWARDEN_CORPUS to a folder with dockerfile.jsonl, and DOCKWARDEN_CHECKS to the program of scripts/oracle/checks',
  );
  process.exit(2);
}
const bin = fileURLToPath(new URL('../../packages/cli/bin/dockwarden.js', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'dockwarden-fixes-'));
const faults = [];
try {
  const ids = lay();
  const config = join(root, 'every.yaml');
  writeFileSync(config, everyPolicy(JSON.parse(dockwarden(['policies', '--all', '--format', 'json']))));
  let before = state(ids);
  console.log(
    `${ids.length} files, of which BuildKit would build ${built(before)}; it has ${warnings(before)} warnings`,
  );
  for (const unsafe of [[], ['--unsafe']]) {
    dockwarden(['lint', '--config', config, '--no-cache', '--fix', ...unsafe, '--format', 'json', root]);
    const after = state(ids);
    for (const id of ids) compare(id, before.get(id), after.get(id), ['--fix', ...unsafe].join(' '));
    const changed = ids.filter((id) => before.get(id).text !== after.get(id).text).length;
    console.log(
      `${['--fix', ...unsafe].join(' ')}: ${changed} files changed; BuildKit would build ${built(after)}, with ${warnings(after)} warnings`,
    );
    before = after;
  }
} finally {
  if (process.env.KEEP) console.log(root);
  else rmSync(root, { recursive: true });
}
for (const fault of faults.slice(0, 40)) console.log(fault);
console.log(faults.length === 0 ? 'nothing was broken, and nothing new is reported' : `${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;

function lay() {
  const records = readFileSync(join(corpus, 'dockerfile.jsonl'), 'utf8').split('\n').filter(Boolean);
  return records.map((line, index) => {
    const { id, content } = JSON.parse(line);
    mkdirSync(join(root, id));
    writeFileSync(join(root, id, 'Dockerfile'), asOtherEditors(content, index));
    return id;
  });
}

/** The files as they are, each with what BuildKit says of it. */
function state(ids) {
  const files = ids.map((id) => ({ id, text: readFileSync(join(root, id, 'Dockerfile'), 'utf8') }));
  const verdicts = askChecks(files);
  return new Map(files.map(({ id, text }) => [id, { text, ...verdicts.get(id) }]));
}

function compare(id, before, after, how) {
  if (before.error) return;
  if (after.error) {
    faults.push(`${id}: after ${how} BuildKit refuses it: ${after.error}`);
    return;
  }
  const counts = countByRule(before.warnings);
  for (const { ruleName, line, detail } of after.warnings) {
    const left = (counts.get(ruleName) ?? 0) - 1;
    counts.set(ruleName, left);
    if (left < 0) faults.push(`${id}:${line}: after ${how} BuildKit warns of ${ruleName}: ${detail}`);
  }
}

function countByRule(list) {
  const counts = new Map();
  for (const { ruleName } of list) counts.set(ruleName, (counts.get(ruleName) ?? 0) + 1);
  return counts;
}

function built(files) {
  return [...files.values()].filter(({ error }) => !error).length;
}

function warnings(files) {
  return [...files.values()].reduce((sum, each) => sum + (each.error ? 0 : each.warnings.length), 0);
}

function dockwarden(args) {
  const run = spawnSync(process.execPath, [bin, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status !== 0 && run.status !== 1)
    throw new Error(`dockwarden ${args.slice(0, 3).join(' ')} ended with ${run.status}: ${run.stderr.slice(0, 500)}`);
  return run.stdout;
}
