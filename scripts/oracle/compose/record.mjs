// Records what `docker compose config` says of our own Compose cases, for the golden test beside them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dockerConfig, dockerVersion, inParallel } from './docker-config.mjs';
import { ours } from './ours.mjs';

const target = join(
  import.meta.dirname,
  '../../../packages/facts/src/compose/oracle/docker-compose-verdicts.generated.json',
);
const version = await dockerVersion();
const answers = await inParallel(ours.ORACLE_CASES, 2, (oracle) => dockerConfig(oracle.files, ours.loadOrder(oracle)));
const cases = {};
let agreed = 0;
for (const [index, oracle] of ours.ORACLE_CASES.entries()) {
  const { root, printed, refused } = answers[index];
  const verdict = refused ? { refused } : { model: ours.prune(ours.plainDocker(printed, root)) };
  cases[oracle.name] = verdict;
  const model = ours.loadCase(oracle);
  const faults = model.faults.map((fault) => `fault: ${fault.code} ${fault.message}`);
  const found = refused
    ? faults.length > 0
      ? []
      : [`refused: ${refused}`]
    : [...faults, ...ours.differences(ours.prune(ours.plainModel(model)), verdict.model)];
  if (found.length === 0) agreed++;
  else console.log(oracle.name, found);
}
writeFileSync(target, `${JSON.stringify({ version, cases }, undefined, 1)}\n`);
console.log(`${agreed} of ${ours.ORACLE_CASES.length} agree with docker compose ${version}`);
