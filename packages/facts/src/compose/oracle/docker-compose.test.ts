import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORACLE_CASES } from './cases/all.ts';
import { loadCase } from './memory-project.ts';
import { differences, type Plain, prune } from './plain.ts';
import { plainModel } from './plain-model.ts';

/** What `docker compose config` said of each case: the model, or why it refuses the files. */
type Verdict = { readonly model: Plain } | { readonly refused: string };
const verdicts: { readonly cases: { readonly [name: string]: Verdict } } = JSON.parse(
  readFileSync(join(__dirname, 'docker-compose-verdicts.generated.json'), 'utf8'),
);

test('every case is recorded, once', () => {
  const names = ORACLE_CASES.map((oracle) => oracle.name);
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(verdicts.cases).sort()).toEqual([...names].sort());
});

test.each(ORACLE_CASES.map((oracle) => [oracle.name, oracle] as const))('%s', (name, oracle) => {
  const verdict = verdicts.cases[name]!;
  const model = loadCase(oracle);
  if ('refused' in verdict) expect(model.faults).not.toEqual([]);
  else {
    expect(model.faults).toEqual([]);
    expect(differences(prune(plainModel(model)), verdict.model)).toEqual([]);
  }
});
