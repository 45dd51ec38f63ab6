// Asks Docker's own modules about the cases and writes what they say beside the code that has to agree. Needs Go and its module proxy.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cases } from './cases.mjs';

const target = new URL('../../../packages/syntax/src/ignore/moby-verdicts.generated.json', import.meta.url);
const input = cases.map((question) => JSON.stringify(question)).join('\n');
const run = spawnSync('go', ['run', '.'], { cwd: import.meta.dirname, input, encoding: 'utf8', maxBuffer: 1 << 28 });
if (run.status !== 0) throw new Error(run.stderr);

/** Paths are written once, as lists that many cases share. */
const lists = [];
const verdicts = run.stdout
  .trim()
  .split('\n')
  .map((line, i) => {
    const { text, paths } = cases[i];
    const { error, kept, skipped, differs = [] } = JSON.parse(line);
    const key = JSON.stringify(paths);
    if (!lists.includes(key)) lists.push(key);
    const at = (some) => some.map((path) => paths.indexOf(path));
    const answer = error ? { error } : { kept: at(kept), skipped, ...(differs.length > 0 && { differs: at(differs) }) };
    return JSON.stringify({ text, paths: lists.indexOf(key), ...answer });
  });
writeFileSync(target, `{"paths":[\n${lists.join(',\n')}],\n"verdicts":[\n${verdicts.join(',\n')}]}\n`);
console.log(`${verdicts.length} verdicts`);
