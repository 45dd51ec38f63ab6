// Holds the digests of images against what a real build puts into them, over random changes of a workspace. Needs an engine.
//   npm run exactness -- [--changes 1000] [--seed N] [--staged] [--explain]
import { parseArgs } from 'node:util';
import { exactness } from './session.mjs';

const { values } = parseArgs({
  options: {
    changes: { type: 'string', default: '1000' },
    seed: { type: 'string', default: `${Date.now() % 1e6}` },
    explain: { type: 'boolean', default: false },
    staged: { type: 'boolean', default: false },
  },
});
const changes = Number(values.changes);
console.log(`seed ${values.seed}`);
const started = Date.now();
let last;
let told = 0;
for await (const found of exactness({ changes, seed: values.seed, staged: values.staged ? 1 : 0 })) {
  last = found;
  for (; told < found.faults.length; told++) console.log(found.faults[told]);
  if (found.changes % 50 === 0) console.log(`${found.changes} changes, ${Math.round((Date.now() - started) / 1000)} s`);
}
if (values.explain)
  for (const { image, said } of last.needless) console.log(`${image}: another digest, the same content; ${said}`);
console.log(`
${last.changes} changes, ${last.compared} digests of ${last.compared - last.moved} equal and ${last.moved} changed contents compared
${last.faults.length} faults: contents that changed under the same digest, builds that failed or passed against what we said
${last.needless.length} digests that changed although the content did not, by what was changed:`);
const causes = {};
for (const { cause } of last.needless) causes[cause] = (causes[cause] ?? 0) + 1;
for (const [cause, count] of Object.entries(causes).sort(([, a], [, b]) => b - a))
  console.log(`  ${String(count).padStart(5)}  ${cause}`);
console.log(`${last.refused} times a build was said to fail, and failed`);
process.exitCode = last.faults.length > 0 ? 1 : 0;
