import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { contextInputs } from '../testing/context-inputs.ts';
import { addTree, layTree } from '../testing/lay-tree.ts';
import { type DigestStore, openDigestCache } from './digest-cache.ts';
import { hashEntries } from './hash-entries.ts';
import { readContext } from './read-context.ts';

let root: string;
let dispose: () => void;
beforeEach(() => {
  ({ root, dispose } = layTree({ 'a/one': '1', 'a/two': '2', link: { link: 'a' } }));
});
afterEach(() => dispose());

const entriesOf = (mode: 'staged' | 'direct' = 'staged') =>
  readContext({ root, inputs: contextInputs(['.']), mode, git: false }).entries;
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

function memoryStore(): DigestStore & { text: string | undefined } {
  const store: ReturnType<typeof memoryStore> = {
    text: undefined,
    load: () => store.text,
    save: (text) => {
      store.text = text;
    },
  };
  return store;
}

test('files have the SHA-256 of their bytes, links and folders none', async () => {
  const large = Buffer.alloc(700_001, 'x\n');
  writeFileSync(join(root, 'a/large'), large);
  writeFileSync(join(root, 'a/exact'), large.subarray(0, 1 << 18));
  writeFileSync(join(root, 'a/empty'), '');
  const hashed = await hashEntries(entriesOf());
  expect(Object.fromEntries(hashed.map(({ path, digest }) => [path, digest]))).toEqual({
    a: undefined,
    'a/empty': sha256(''),
    'a/exact': sha256(large.subarray(0, 1 << 18)),
    'a/large': sha256(large),
    'a/one': sha256('1'),
    'a/two': sha256('2'),
    link: undefined,
  });
});

test('a file that is gone has no digest', async () => {
  const entries = entriesOf();
  rmSync(join(root, 'a/one'));
  const hashed = await hashEntries(entries);
  expect(hashed.find(({ path }) => path === 'a/one')).not.toHaveProperty('digest');
});

test('a digest in the cache is believed, so that nothing is read', async () => {
  const stamped = entriesOf().map((entry) => ({ ...entry, stamp: 'known' }));
  const cache = openDigestCache(undefined);
  cache.set(join(root, 'a/one'), 'known', 'f'.repeat(64), 0, Date.now());
  const [, one, two] = await hashEntries(stamped, cache);
  expect([one?.digest, two?.digest]).toEqual(['f'.repeat(64), sha256('2')]);
});

/** Longer than a step of the clock of the file systems that tests run on, which makes files old without waiting for two seconds. */
const STEP = 25;

test('equal size and restored modification time deceive nobody', async () => {
  const cache = openDigestCache(undefined, { granularity: STEP });
  const old = new Date(Date.now() - 100_000);
  utimesSync(join(root, 'a/one'), old, old);
  await setTimeout(STEP + 5);
  const before = entriesOf().find(({ path }) => path === 'a/one')!;
  await hashEntries([before], cache);
  expect(cache.get(before.absolute, before.stamp!)).toBe(sha256('1'));
  writeFileSync(join(root, 'a/one'), 'X');
  utimesSync(join(root, 'a/one'), old, old);
  const hashed = await hashEntries(entriesOf(), cache);
  expect(hashed.find(({ path }) => path === 'a/one')?.digest).toBe(sha256('X'));
});

const name = fc.constantFrom('a', 'b', 'c', 'ü', 'd e');
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const edit = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), path, text: fc.string({ maxLength: 3 }) }),
  fc.record({ kind: fc.constant('remove' as const), path }),
  fc.record({ kind: fc.constant('rename' as const), path, to: path }),
  fc.record({ kind: fc.constant('age' as const), path, days: fc.integer({ min: 1, max: 9 }) }),
);

test('digests with a cache are those without, after any edits', async () => {
  let believed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(edit, { maxLength: 4 }), { minLength: 2, maxLength: 5 }), async (runs) => {
      const tree = layTree({ a: 'start', 'b/c': 'start' });
      const store = memoryStore();
      try {
        for (const edits of runs) {
          for (const one of edits) apply(tree.root, one);
          if (edits.length % 2 === 0) await setTimeout(STEP + 5);
          const { entries } = readContext({
            root: tree.root,
            inputs: contextInputs(['.']),
            mode: 'staged',
            git: false,
          });
          const cache = openDigestCache(store, { granularity: STEP });
          believed += entries.filter(({ absolute, stamp }) => stamp && cache.get(absolute, stamp)).length;
          const cached = await hashEntries(entries, cache);
          cache.save();
          const truth = entries.map(({ type, absolute }) =>
            type === 'file' ? sha256(readFileSync(absolute)) : undefined,
          );
          expect(cached.map(({ digest }) => digest)).toEqual(truth);
        }
      } finally {
        tree.dispose();
      }
    }),
    { numRuns: 40 },
  );
  expect(believed).toBeGreaterThan(20);
});

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** An edit that the tree does not allow is none. */
function apply(folder: string, one: Edit): void {
  const absolute = join(folder, one.path);
  try {
    if (one.kind === 'write') addTree(folder, { [one.path]: one.text });
    else if (one.kind === 'remove') rmSync(absolute, { recursive: true });
    else if (one.kind === 'rename') renameSync(absolute, join(folder, one.to));
    else {
      const time = new Date(Date.now() - one.days * 86_400_000);
      utimesSync(absolute, time, time);
    }
  } catch {
    return;
  }
}
