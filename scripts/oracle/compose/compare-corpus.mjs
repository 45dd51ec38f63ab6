// Compares our merged models with `docker compose config` over real files: DOCKWARDEN_CORPUS holds compose.jsonl.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dockerConfig, dockerVersion, inParallel } from './docker-config.mjs';
import { ours } from './ours.mjs';

const corpus = process.env.DOCKWARDEN_CORPUS;
if (!corpus) throw new Error('set DOCKWARDEN_CORPUS to the folder that holds compose.jsonl');
const lines = readFileSync(join(corpus, 'compose.jsonl'), 'utf8').trim().split('\n');
const files = lines.map((line) => JSON.parse(line));
console.log(`docker compose ${await dockerVersion()}`);
const answers = await inParallel(files, 2, (file) =>
  dockerConfig({ 'app/compose.yaml': file.content }, ['app/compose.yaml']),
);
const counts = { accepted: 0, equal: 0, refused: 0, refusedByBoth: 0 };
for (const [index, file] of files.entries()) {
  const { root, printed, refused } = answers[index];
  const given = new Map(printed ? [['COMPOSE_PROJECT_NAME', printed.name]] : []);
  const model = ours.memoryModel({ 'app/compose.yaml': file.content }, { unset: 'blank', given });
  const faults = model.faults.map((fault) => `${fault.code}: ${fault.message}`);
  if (refused) {
    counts.refused++;
    if (faults.length > 0) counts.refusedByBoth++;
    else console.log(`${file.repo} ${file.path}: only docker refuses it: ${refused}`);
    continue;
  }
  counts.accepted++;
  const theirs = ours.prune(ours.plainDocker(printed, root));
  const found = [...faults, ...ours.differences(ours.prune(ours.plainModel(model)), theirs)];
  if (found.length === 0) counts.equal++;
  else console.log(`${file.repo} ${file.path}`, found.slice(0, 5));
}
console.log(counts);
