// Holds the pack peers/hadolint to hadolint itself on the Dockerfiles of a corpus: the same rules on the same instructions.
//
//   DOCKWARDEN_CORPUS=<folder> npm run corpus:hadolint -- [--hadolint PROGRAM] [--rule DL3008]… [--differences N]
//
// hadolint is the one in PATH where none is named. Rules that it ignores unless told otherwise (DL1001, DL3057) and those of ShellCheck are left out,
// as are files that it cannot parse. Both name an instruction by the line on which it begins.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadSource } from '../load-source.mjs';

const IGNORED = new Set(['DL1001', 'DL3057']);
const UNREADABLE = 'DL1000';

const { values } = parseArgs({
  options: {
    hadolint: { type: 'string', default: 'hadolint' },
    rule: { type: 'string', multiple: true },
    differences: { type: 'string', default: '0' },
  },
});
const corpus = process.env.DOCKWARDEN_CORPUS;
if (!corpus) {
  console.error('corpus:hadolint: set DOCKWARDEN_CORPUS to a folder with dockerfile.jsonl');
  process.exit(2);
}
const bin = fileURLToPath(new URL('../../packages/cli/bin/dockwarden.js', import.meta.url));
const { parseDockerfile, sourceText } = await loadSource(
  `export { parseDockerfile, sourceText } from '@dockwarden-internal/syntax'`,
);
const root = mkdtempSync(join(tmpdir(), 'dockwarden-hadolint-'));
try {
  compare();
} finally {
  rmSync(root, { recursive: true });
}

function compare() {
  const starts = layFiles();
  const theirs = askHadolint([...starts.keys()]);
  const unreadable = new Set(theirs.filter(({ rule }) => rule === UNREADABLE).map(({ id }) => id));
  const pairs = (list) =>
    new Set(
      list
        .filter(isAsked)
        .flatMap(({ id, rule, line }) => (unreadable.has(id) ? [] : [`${rule} ${id}:${starts.get(id)(line)}`])),
    );
  const [expected, found] = [pairs(theirs), pairs(askDockwarden())];
  const counts = new Map();
  const count = (pair, how) => {
    const rule = pair.slice(0, pair.indexOf(' '));
    const of = counts.get(rule) ?? { same: 0, missing: 0, more: 0 };
    counts.set(rule, { ...of, [how]: of[how] + 1 });
  };
  for (const pair of expected) count(pair, found.has(pair) ? 'same' : 'missing');
  for (const pair of found) if (!expected.has(pair)) count(pair, 'more');
  const differences = [
    ...[...expected].filter((pair) => !found.has(pair)).map((pair) => `lacks ${pair}`),
    ...[...found].filter((pair) => !expected.has(pair)).map((pair) => `has ${pair}`),
  ];
  for (const line of differences.slice(0, Number(values.differences))) console.log(line);
  for (const [rule, { same, missing, more }] of [...counts].sort())
    console.log(`${rule}  ${same} the same, ${missing} missing, ${more} more`);
  const same = [...expected].filter((pair) => found.has(pair)).length;
  console.log(
    `${same} of ${expected.size} findings of hadolint (${((100 * same) / Math.max(1, expected.size)).toFixed(1)} %), ${found.size - same} more; ` +
      `${starts.size - unreadable.size} files, ${unreadable.size} that it cannot read`,
  );
}

/** Writes the files; by id, a function that tells on which line the instruction of a line begins. */
function layFiles() {
  const starts = new Map();
  for (const line of readFileSync(join(corpus, 'dockerfile.jsonl'), 'utf8').split('\n').filter(Boolean)) {
    const { id, content } = JSON.parse(line);
    mkdirSync(join(root, id));
    writeFileSync(join(root, id, 'Dockerfile'), content);
    const first = parseDockerfile(sourceText('Dockerfile', content)).instructions.map((each) => each.line);
    starts.set(id, (at) => first.findLast((start) => start <= at) ?? at);
  }
  return starts;
}

function askHadolint(ids) {
  const files = ids.map((id) => join(id, 'Dockerfile'));
  return JSON.parse(run(values.hadolint, ['--no-fail', '--format', 'json', ...files])).map(({ file, code, line }) => ({
    id: file.split('/')[0],
    rule: code,
    line,
  }));
}

function askDockwarden() {
  const args = ['lint', '--pack', 'dockwarden:peers/hadolint', '--no-cache', '--format', 'json', root];
  return JSON.parse(run(process.execPath, [bin, ...args])).findings.flatMap(({ file, aliases, range, suppressed }) =>
    suppressed
      ? []
      : aliases.flatMap((alias) =>
          alias.startsWith('hadolint:')
            ? [{ id: file.split('/').at(-2), rule: alias.slice('hadolint:'.length), line: range.start.line }]
            : [],
        ),
  );
}

function isAsked({ rule }) {
  return /^DL/.test(rule) && rule !== UNREADABLE && !IGNORED.has(rule) && (!values.rule || values.rule.includes(rule));
}

function run(program, args) {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (error) throw new Error(`${program} does not start: ${error.message}`);
  if (status !== 0 && status !== 1) throw new Error(`${program} ended with ${status}: ${stderr.slice(0, 1000)}`);
  return stdout;
}
