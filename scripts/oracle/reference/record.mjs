// Asks Docker's own module about the cases and writes what it says beside the code that has to agree. Needs Go and its module proxy.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cases } from './cases.mjs';

const target = new URL('../../../packages/syntax/src/reference/distribution-verdicts.generated.json', import.meta.url);
const input = cases.map((text) => JSON.stringify(text)).join('\n');
const run = spawnSync('go', ['run', '.'], { cwd: import.meta.dirname, input, encoding: 'utf8', maxBuffer: 1 << 28 });
if (run.status !== 0) throw new Error(run.stderr);
const verdicts = run.stdout
  .trim()
  .split('\n')
  .map((line, i) => JSON.stringify({ text: cases[i], ...JSON.parse(line) }));
writeFileSync(target, `[\n${verdicts.join(',\n')}\n]\n`);
console.log(`${verdicts.length} verdicts`);
