// What one more policy costs: the corpus, linted by `recommended` alone and beside copies of average policies under other ids.
//   DOCKWARDEN_CORPUS=<folder> node scripts/bench/one-more-policy.mjs [--copies 50,100] [--runs 3]      needs a build
// The copies are policies of the workspace, as a team writes them. What they cost that no file has, being read and checked, is measured
// on a single file, and told apart from what they cost on each file. Figures are CPU time: the wall tells more of the machine.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { layCorpus } from './corpus.mjs';
import { interleave } from './measure.mjs';

const { values } = parseArgs({
  options: { copies: { type: 'string', default: '50,100' }, runs: { type: 'string', default: '3' } },
});
const corpus = process.env.DOCKWARDEN_CORPUS;
if (!corpus) {
  console.error('bench: set DOCKWARDEN_CORPUS to a folder with dockerfile.jsonl and compose.jsonl');
  process.exit(2);
}
const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'packages/cli/bin/dockwarden.js');
const files = layCorpus(corpus);
const one = mkdtempSync(join(tmpdir(), 'dockwarden-one-'));
const made = [files, one];
writeFileSync(
  join(one, 'Dockerfile'),
  'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nUSER node\nCMD ["node", "server.js"]\n',
);
try {
  const all = policyTexts();
  const counts = [0, ...values.copies.split(',').map(Number)];
  const programs = {};
  for (const count of counts)
    for (const [name, source] of Object.entries({ corpus: files, file: one })) {
      const folder = mkdtempSync(join(tmpdir(), 'dockwarden-more-'));
      made.push(folder);
      cpSync(source, folder, { recursive: true });
      writeCopies(folder, evenly(all, count));
      programs[`${name} ${count}`] = {
        args: [bin, 'lint', '--format', 'json', '--no-cache', folder],
        cwd: folder,
        env: { XDG_CACHE_HOME: join(one, 'cache') },
      };
    }
  const measured = interleave(programs, Number(values.runs));
  for (const count of counts.slice(1)) {
    const more = (name) => measured[`${name} ${count}`].cpu - measured[`${name} 0`].cpu;
    const [corpusMore, fileMore] = [more('corpus'), more('file')];
    console.log(
      `${count} more: ${corpusMore.toFixed(0)} ms CPU on ${measured['corpus 0'].cpu.toFixed(0)}; a policy ${(corpusMore / count).toFixed(2)} ms, of which ${(fileMore / count).toFixed(2)} ms to read it`,
    );
  }
} finally {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
}

/** Every policy that comes with the product, by id. */
function policyTexts() {
  const folder = join(root, 'policies');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('packs/'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => text.startsWith('dockwarden: policy/v1'));
}

/** So many of a list, spread over it. */
function evenly(list, count) {
  return Array.from({ length: count }, (_, index) => list[Math.floor((index * list.length) / count)]);
}

function writeCopies(folder, texts) {
  mkdirSync(join(folder, 'policies'));
  for (const [index, text] of texts.entries())
    writeFileSync(
      join(folder, 'policies', `copy-${index}.policy.yaml`),
      text.replace(/^id: .*$/m, `id: bench/copy-${index}`).replace(/^severity: off$/m, 'severity: warning'),
    );
}
