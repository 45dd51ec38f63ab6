// Compares our reading of a corpus of Dockerfiles with BuildKit's: README.md tells how to run it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ask } from './ask.mjs';
import { loadSyntax } from './ours.mjs';

const folder = process.env.DOCKWARDEN_CORPUS;
if (!folder) throw new Error('DOCKWARDEN_CORPUS must name the folder that holds dockerfile.jsonl');
const { comparable, ownVerdict } = await loadSyntax('dockerfile/golden/verdict.ts');

const files = readFileSync(join(folder, 'dockerfile.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
const verdicts = ask(files.map(({ id, content }) => ({ id, text: content })));
let parserRefused = 0;
let refused = 0;
let instructions = 0;
const different = [];
files.forEach(({ id, content }, i) => {
  const verdict = verdicts[i];
  if (verdict.parserRefused) parserRefused++;
  else if (verdict.refused) refused++;
  instructions += verdict.instructions?.length ?? 0;
  const theirs = comparable(verdict);
  const own = ownVerdict(content);
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(own)), JSON.parse(JSON.stringify(theirs))))
    different.push({ id, theirs, own });
});
for (const { id, theirs, own } of different) console.log(id, JSON.stringify({ theirs, own }).slice(0, 2000));
console.log(
  `${files.length} files, ${instructions} instructions; BuildKit's parser refuses ${parserRefused}, its instruction checks ${refused}`,
);
console.log(`${files.length - different.length} equal, ${different.length} different`);
process.exitCode = different.length > 0 ? 1 : 0;
