// Records what BuildKit says of the hand-made cases, for the golden tests of packages/syntax: README.md tells how to run it.
import { writeFileSync } from 'node:fs';
import { ask } from './ask.mjs';
import { loadSyntax } from './ours.mjs';

const folder = new URL('../../packages/syntax/src/dockerfile/golden/', import.meta.url);
const { DOCKERFILE_CASES } = await loadSyntax('dockerfile/golden/dockerfile-cases.ts');
const { EXPANSION_CASES, FIELD_CASES, PORT_CASES } = await loadSyntax('dockerfile/golden/words-cases.ts');

record('dockerfile-verdicts.generated.json', DOCKERFILE_CASES);
record(
  'expansion-verdicts.generated.json',
  EXPANSION_CASES.map((each, i) => ({ ...each, id: String(i), kind: 'expand' })),
);
record(
  'field-verdicts.generated.json',
  FIELD_CASES.map((text, i) => ({ text, id: String(i), kind: 'csv' })),
);
record(
  'port-verdicts.generated.json',
  PORT_CASES.map((text, i) => ({ text, id: String(i), kind: 'port', escape: '\\' })),
);

function record(file, requests) {
  const lines = ask(requests).map((verdict) => JSON.stringify(shortened(verdict)));
  writeFileSync(new URL(file, folder), `[\n${lines.join(',\n')}\n]\n`);
  console.log(`${file}: ${lines.length}`);
}

/** A long line that repeats one letter is told by its length: the golden test does the same with ours. */
function shortened(verdict) {
  return JSON.parse(JSON.stringify(verdict).replace(/(.)\1{999,}/g, (run, char) => `${char}*${run.length}`));
}
