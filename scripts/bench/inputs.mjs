// Reading and hashing a context of 10,000 files: cold, warm, for twenty images, and staged; against looking at each file once.
//   node scripts/bench/inputs.mjs [rounds]
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSource } from '../load-source.mjs';
import { median } from './measure.mjs';

const FILES = 10_000;
const IMAGES = 20;
const rounds = Number(process.argv[2] ?? 7);
const { hashEntries, makeStaging, openDigestCache, openDisk, readContext, removeStaged, stageContexts } =
  await loadSource(`export * from './packages/build/src/index.ts'`);
const root = mkdtempSync(join(tmpdir(), 'dockwarden-bench-inputs-'));
try {
  lay();
  const store = {
    text: undefined,
    load: () => store.text,
    save: (text) => {
      store.text = text;
    },
  };
  await read(1, store);
  print(`${FILES} files, ${(store.text.length / 1e6).toFixed(1)} MB of kept digests, medians of ${rounds} rounds`);
  const results = {};
  const measure = async (name, run) => {
    const start = performance.now();
    await run();
    results[name] = [...(results[name] ?? []), performance.now() - start];
  };
  for (let round = 0; round < rounds; round++) {
    await measure('floor: list folders, look at each file', () => walk(root));
    await measure('warm: one image', () => read(1, store));
    await measure(`warm: ${IMAGES} images of one context`, () => read(IMAGES, store));
    await measure('cold: one image', () => read(1, undefined));
    const into = makeStaging(tmpdir());
    const contexts = await read(1, store);
    const piece = { contexts, dockerfile: { path: 'Dockerfile', text: '' }, epoch: 1_700_000_000 };
    await measure('staged: one image', () => stageContexts({ pieces: [{ ...piece, name: 'api' }], into }));
    removeStaged(into);
  }
  for (const [name, times] of Object.entries(results))
    print(`  ${name.padEnd(42)} ${median(times).toFixed(0).padStart(6)} ms`);
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** All images of one run share what is seen of the disk and the digests. */
async function read(images, store) {
  const disk = openDisk();
  const cache = openDigestCache(store);
  const contexts = [];
  for (let image = 0; image < images; image++) {
    const inputs = {
      directory: '.',
      ignoreFile: '.dockerignore',
      ignoreCandidates: ['.dockerignore'],
      sources: [{ path: '.', pattern: false, excludes: [], instruction: 'COPY' }],
    };
    const { entries, notes } = readContext({ root, inputs, mode: 'staged', git: false, disk });
    contexts.push({ inputs, entries: await hashEntries(entries, cache), notes });
  }
  cache.save();
  return contexts;
}

/** Packages with sources of a few kilobytes, and an ignore file as they are written. */
function lay() {
  const old = new Date(Date.now() - 3_600_000);
  for (let folder = 0; folder < FILES / 50; folder++) {
    const path = join(root, `packages/p${folder % 20}/src/f${folder}`);
    mkdirSync(path, { recursive: true });
    for (let file = 0; file < 50; file++) {
      const name = join(path, `file-${file}.ts`);
      writeFileSync(name, `// ${folder} ${file}\n${'x'.repeat(1000 + 100 * file)}`);
      utimesSync(name, old, old);
    }
  }
  writeFileSync(
    join(root, '.dockerignore'),
    '**/node_modules\n**/dist\n.git\n**/*.md\n!README.md\n.env*\ncoverage\n**/.DS_Store\n',
  );
  // Times of change cannot be set: wait until files are old enough to be believed.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_500);
}

function walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(path);
    else lstatSync(path);
  }
}

function print(line) {
  console.log(line);
}
