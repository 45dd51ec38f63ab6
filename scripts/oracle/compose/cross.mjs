// Puts every overriding part of our cases over every base part of the same key, and compares with `docker compose config`.
import { dockerConfig, inParallel } from './docker-config.mjs';
import { ours } from './ours.mjs';

const lines = ours.PAIRS.flatMap(([, base, over]) => [base, over]);
const keyOf = (text) => text.split(':')[0];
const parts = [...new Set(lines)];
const cases = parts.flatMap((base) =>
  parts
    .filter((over) => keyOf(over) === keyOf(base))
    .map((over) => ours.pairCase([`${base}  <-  ${over}`, base, over])),
);
const answers = await inParallel(cases, 2, (oracle) => dockerConfig(oracle.files, ours.loadOrder(oracle)));
const counts = { accepted: 0, equal: 0, refused: 0, refusedByBoth: 0 };
for (const [index, oracle] of cases.entries()) {
  const { root, printed, refused } = answers[index];
  const model = ours.loadCase(oracle);
  const faults = model.faults.map((fault) => `${fault.code}: ${fault.message}`);
  if (refused) {
    counts.refused++;
    if (faults.length > 0) counts.refusedByBoth++;
    else console.log(`${oracle.name}: only docker refuses it: ${refused}`);
    continue;
  }
  counts.accepted++;
  const found = [
    ...faults,
    ...ours.differences(ours.prune(ours.plainModel(model)), ours.prune(ours.plainDocker(printed, root))),
  ];
  if (found.length === 0) counts.equal++;
  else console.log(oracle.name, found.slice(0, 4));
}
console.log(counts);
