// Writes the table of docs/precision.md from the verdicts in docs/precision.json: `node scripts/precision.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(import.meta.dirname, '..');
const page = join(root, 'docs/precision.md');
const START = '<!-- verdicts: node scripts/precision.mjs -->';
const END = '<!-- /verdicts -->';

/** Each verdict is `[repository, path, line, 'right' | 'wrong']`. */
export function readVerdicts() {
  return JSON.parse(readFileSync(join(root, 'docs/precision.json'), 'utf8'));
}

/** What is wrong or useless, of what was looked at. */
export function share({ checks }) {
  const all = Object.values(checks).flatMap(({ verdicts }) => verdicts);
  const wrong = all.filter(isWrong).length;
  return { looked: all.length, wrong, percent: ((100 * wrong) / all.length).toFixed(1) };
}

/** The page with the table that the verdicts give. */
export function withTable(text, record) {
  const [before, rest] = text.split(START);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${START} and ${END} are missing`);
  return `${before}${START}\n${table(record)}\n${END}${after}`;
}

function table(record) {
  const { looked, wrong, percent } = share(record);
  const rows = Object.entries(record.checks).map(([id, { findings, verdicts, note = '' }]) => {
    const right = verdicts.length - verdicts.filter(isWrong).length;
    return `| ${id} | ${findings} | ${verdicts.length} | ${right} | ${note} |`;
  });
  return [
    `Looked at on ${record.date}: ${looked} findings of ${rows.length} checks, of which ${wrong} are wrong or useless (${percent} %).`,
    '',
    '| check | findings | looked at | right | note |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function isWrong([, , , verdict]) {
  return verdict === 'wrong';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(page, withTable(readFileSync(page, 'utf8'), readVerdicts()));
}
