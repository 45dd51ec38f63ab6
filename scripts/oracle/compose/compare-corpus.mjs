// Compares our merged models with `docker compose config` over real files: DOCKWARDEN_CORPUS holds compose.jsonl.
// First each file alone, then the files of a repository that make models of several.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dockerConfig, dockerVersion, inParallel } from './docker-config.mjs';
import { ours } from './ours.mjs';

const corpus = process.env.DOCKWARDEN_CORPUS;
if (!corpus) throw new Error('set DOCKWARDEN_CORPUS to the folder that holds compose.jsonl');
const lines = readFileSync(join(corpus, 'compose.jsonl'), 'utf8').trim().split('\n');
const rows = lines.map((line) => JSON.parse(line));

console.log(`docker compose ${await dockerVersion()}`);
const alone = rows.map((row) => ({
  name: `${row.repo} ${row.path}`,
  files: { 'app/compose.yaml': row.content },
  load: ['app/compose.yaml'],
}));
console.log('files alone', await compare(alone));
console.log('models of several files', await compare([...repositories()].flatMap(severalFiles)));

function repositories() {
  const files = new Map();
  for (const row of rows) files.set(row.repo, { ...files.get(row.repo), [row.path]: row.content });
  return files;
}

function severalFiles([repo, files]) {
  const groups = ours.composeGroups(Object.keys(files)).filter((group) => group.paths.length > 1);
  return groups.map((group) => ({ name: `${repo} ${group.paths.join(' + ')}`, files, load: group.paths }));
}

async function compare(models) {
  const answers = await inParallel(models, 2, ({ files, load }) => dockerConfig(files, load));
  const counts = { accepted: 0, equal: 0, refused: 0, refusedByBoth: 0 };
  for (const [index, { name, files, load }] of models.entries()) {
    const { root, printed, refused } = answers[index];
    const given = new Map(printed ? [['COMPOSE_PROJECT_NAME', printed.name]] : []);
    const model = ours.memoryModel(files, { paths: load, unset: 'blank', given });
    const faults = model.faults.map((fault) => `${fault.code}: ${fault.message}`);
    if (refused) {
      counts.refused++;
      if (faults.length > 0) counts.refusedByBoth++;
      else console.log(`${name}: only docker refuses it: ${refused}`);
      continue;
    }
    counts.accepted++;
    const theirs = ours.prune(ours.plainDocker(printed, root));
    const found = [...faults, ...ours.differences(ours.prune(ours.plainModel(model)), theirs)];
    if (found.length === 0) counts.equal++;
    else console.log(name, found.slice(0, 5));
  }
  return counts;
}
