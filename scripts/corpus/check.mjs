// Lints and mends every file of a corpus: no crash, no diagnostic, mended files report nothing new and stay as they are
// when mended again, and line endings, byte order marks and modes are kept. Needs a build, and DOCKWARDEN_CORPUS.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layCorpus } from '../bench/corpus.mjs';
import { everyPolicy } from './every-policy.mjs';
import { asOtherEditors } from './other-editors.mjs';

const corpus = process.env.DOCKWARDEN_CORPUS;
if (!corpus) {
  console.error('corpus check: set DOCKWARDEN_CORPUS to a folder with dockerfile.jsonl and compose.jsonl');
  process.exit(2);
}
const bin = fileURLToPath(new URL('../../packages/cli/bin/dockwarden.js', import.meta.url));
const root = layCorpus(corpus);
const work = mkdtempSync(join(tmpdir(), 'dockwarden-check-'));
const faults = [];
let checks = 0;

const policies = JSON.parse(dockwarden(['policies', '--all', '--format', 'json']).stdout);
const config = join(work, 'every.yaml');
writeFileSync(config, everyPolicy(policies));

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
for (const [index, file] of files.entries()) {
  writeFileSync(file, asOtherEditors(readFileSync(file, 'utf8'), index));
  if (index % 3 === 0) chmodSync(file, 0o755);
}
const state = () =>
  new Map(files.map((file) => [file, { text: readFileSync(file, 'utf8'), mode: statSync(file).mode }]));

for (const unsafe of [[], ['--unsafe']]) {
  const before = state();
  const found = lint();
  dockwarden(['lint', '--config', config, '--no-cache', '--fix', ...unsafe, '--format', 'json', root]);
  const after = state();
  const left = lint();
  for (const [file, { text, mode }] of after) {
    const old = before.get(file);
    expect(mode === old.mode, `${file}: the mode changed`);
    expect(text.startsWith('\uFEFF') === old.text.startsWith('\uFEFF'), `${file}: the byte order mark changed`);
    if (/\r\n/.test(old.text) && !/[^\r]\n/.test(old.text))
      expect(!/[^\r]\n/.test(text), `${file}: line endings were mixed`);
  }
  const counts = new Map();
  for (const { file, id } of found.findings) counts.set(`${file} ${id}`, (counts.get(`${file} ${id}`) ?? 0) + 1);
  for (const { file, id, message } of left.findings) {
    const key = `${file} ${id}`;
    const count = (counts.get(key) ?? 0) - 1;
    counts.set(key, count);
    expect(count >= 0, `${file}: --fix brought ${id}: ${message}`);
  }
  const changed = [...after].filter(([file, { text }]) => text !== before.get(file).text).length;
  dockwarden(['lint', '--config', config, '--no-cache', '--fix', ...unsafe, '--format', 'json', root]);
  for (const [file, { text }] of state())
    expect(text === after.get(file).text, `${file}: a second --fix changed it again`);
  console.log(
    `${files.length} files, ${found.findings.length} findings; --fix ${unsafe.join(' ')} changed ${changed} files and left ${left.findings.length} findings`,
  );
}

rmSync(work, { recursive: true });
if (process.env.KEEP) console.log(root);
else rmSync(root, { recursive: true });
for (const fault of faults.slice(0, 40)) console.log(fault);
console.log(`${checks - faults.length} passed, ${faults.length} failed`);
process.exitCode = faults.length > 0 ? 1 : 0;

function lint() {
  const report = JSON.parse(dockwarden(['lint', '--config', config, '--no-cache', '--format', 'json', root]).stdout);
  for (const { code, message, file } of report.diagnostics) expect(false, `${file}: ${code}: ${message}`);
  return report;
}

function dockwarden(args) {
  const run = spawnSync(process.execPath, [bin, ...args], { cwd: work, encoding: 'utf8', maxBuffer: 1 << 30 });
  expect(
    run.status === 0 || run.status === 1,
    `dockwarden ${args.slice(0, 3).join(' ')} ended with ${run.status}: ${run.stderr.slice(0, 500)}`,
  );
  return run;
}

function expect(holds, sentence) {
  checks++;
  if (!holds) faults.push(sentence);
}
