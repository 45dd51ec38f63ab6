// Asks BuildKit what images it makes of random Dockerfiles and writes what it says beside the code that has to agree. Needs Go and its module proxy.
// `node record.mjs COUNT SEED FILE` writes other ones elsewhere, for a longer comparison.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { randomDockerfiles } from './random.mjs';

const [count = '250', seed = '1', file] = process.argv.slice(2);
const target = file ?? new URL('../../../packages/facts/src/stage/buildkit-images.generated.json', import.meta.url);
const texts = randomDockerfiles(Number(count), Number(seed));
const input = texts.map((text) => JSON.stringify(text)).join('\n');
const run = spawnSync('go', ['run', '.'], { cwd: import.meta.dirname, input, encoding: 'utf8', maxBuffer: 1 << 30 });
if (run.status !== 0) throw new Error(run.stderr);
const answers = run.stdout
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
// A file that BuildKit refuses says nothing of its images.
const images = texts.flatMap((text, at) => {
  const stages = (answers[at].stages ?? []).filter((stage) => stage.config);
  return stages.length > 0 ? [JSON.stringify({ text, stages })] : [];
});
writeFileSync(target, `[\n${images.join(',\n')}\n]\n`);
console.log(`${images.length} of ${texts.length} Dockerfiles`);
