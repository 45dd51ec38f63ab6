// Compares what parseShell refuses in the RUN bodies of a corpus with `bash -n`, and checks every place that it gives: README.md beside it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSource } from '../../load-source.mjs';

const folder = process.env.DOCKWARDEN_CORPUS;
if (!folder) throw new Error('DOCKWARDEN_CORPUS must name the folder that holds dockerfile.jsonl');
const { interpreterOf, literalRun, parseDockerfile, parseShell, runBody, sourceText } = await loadSource(
  `export * from '@dockwarden-internal/syntax'`,
);

const files = readFileSync(join(folder, 'dockerfile.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

/** The RUN bodies of a file that a POSIX shell reads, and its RUN in exec form. */
function bodiesOf({ id, content }) {
  const found = [];
  let shell = { posix: true, pipefail: false };
  for (const instruction of parseDockerfile(sourceText(id, content)).instructions) {
    const node = instruction.trigger ?? instruction;
    if (node.keyword === 'from') shell = { posix: true, pipefail: false };
    if (node.keyword === 'shell' && node.json) shell = interpreterOf(node.json.map(({ value }) => value)) ?? shell;
    if (node.keyword !== 'run') continue;
    if (node.json) found.push({ id, content, json: node.json });
    const body = runBody(node, content);
    const reader = body?.interpreter ?? shell;
    if (body && reader.posix) found.push({ id, content, body, pipefail: reader.pipefail });
  }
  return found;
}

function misplaced(tree, content) {
  const words = tree.commands.flatMap((command) => (command.embedding ? [] : command.words));
  return words.filter(({ span, text }) => {
    const there = content.slice(span.start, span.end);
    // A word may run over a continued line, whose joint is no part of its text.
    return there !== text && !/[\\`][ \t]*\r?\n/.test(there);
  });
}

const all = files.flatMap(bodiesOf);
const counts = { commands: 0, embedded: 0, wrapped: 0, unread: 0, misplaced: 0 };
const distinct = new Map();
const before = performance.now();
for (const item of all)
  item.tree = item.body
    ? parseShell(item.body.text, item.body.locate, { pipefail: item.pipefail })
    : literalRun(item.json);
const took = performance.now() - before;
for (const { id, content, body, tree } of all) {
  counts.commands += tree.commands.length;
  counts.embedded += tree.commands.filter((command) => command.embedding === 'quoted').length;
  counts.wrapped += tree.commands.filter((command) => command.via.length > 0).length;
  if (tree.unread) counts.unread++;
  for (const word of misplaced(tree, content)) {
    counts.misplaced++;
    console.log(`misplaced in ${id}:`, JSON.stringify(word));
  }
  if (body) distinct.set(body.text, { id, faults: tree.faults });
}

let refused = 0;
let bashRefuses = 0;
let different = 0;
for (const [text, { id, faults }] of distinct) {
  const bash = spawnSync('bash', ['-n'], { input: `${text}\n`, encoding: 'utf8' });
  const ours = faults.length > 0;
  if (ours) refused++;
  if (bash.status !== 0) bashRefuses++;
  if (ours === (bash.status !== 0)) continue;
  different++;
  console.log(
    `${id}: ours ${ours ? faults[0].message : 'takes it'}; bash ${bash.status === 0 ? 'takes it' : bash.stderr.split('\n')[0]}`,
  );
  console.log(`  ${JSON.stringify(text.slice(0, 300))}`);
}
console.log(
  `${all.length} RUN, ${distinct.size} distinct bodies in shell form; ${took.toFixed(0)} ms`,
  JSON.stringify(counts),
);
console.log(`refused: ours ${refused}, bash -n ${bashRefuses}, different ${different}`);
process.exitCode = different > 0 || counts.misplaced > 0 ? 1 : 0;
