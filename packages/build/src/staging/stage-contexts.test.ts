import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { hashEntries } from '../context/hash-entries.ts';
import { readContext } from '../context/read-context.ts';
import { entryLine } from '../key/content.ts';
import type { ContextInputs } from '../model/image-inputs.ts';
import type { ContextFiles } from '../model/image-plan.ts';
import { contextInputs } from '../testing/context-inputs.ts';
import { layTree, type Tree } from '../testing/lay-tree.ts';
import { stageContexts } from './stage-contexts.ts';
import { makeStaging, removeStaged } from './staging-folder.ts';

const EPOCH = 1_700_000_000;
const dockerfile = { path: 'apps/api/Dockerfile', text: 'FROM scratch\n' };
let root: string;
let into: string;
let dispose: () => void;
beforeEach(() => {
  ({ root, dispose } = layTree({
    'src/main.ts': 'main',
    'src/run.sh': { text: 'run', mode: 0o770 },
    'src/large': 'x'.repeat(300_000),
    'src/up': { link: '../top' },
    empty: undefined,
    top: { text: 'top', mode: 0o400 },
    unread: 'unread',
  }));
  mkdirSync(join(root, 'tmp'));
  into = makeStaging(join(root, 'tmp'));
});
afterEach(() => dispose());

async function filesOf(sources: readonly string[], rest: Partial<ContextInputs> = {}): Promise<ContextFiles> {
  const inputs = contextInputs(sources, rest);
  const { entries, notes } = readContext({ root, inputs, mode: 'staged', git: false });
  return { inputs, entries: await hashEntries(entries), notes };
}
const SOURCES = ['src', 'empty', 'top'];

test('a copy of exactly the inputs, with canonical modes and one time', async () => {
  const { images, diagnostics } = await stageContexts({
    pieces: [{ name: 'api', contexts: [await filesOf(SOURCES)], dockerfile, epoch: EPOCH }],
    into,
  });
  expect(diagnostics).toEqual([]);
  const { context, dockerfile: staged } = images.get('api')!;
  const seen = readdirSync(context, { recursive: true, encoding: 'utf8' }).sort();
  expect(seen).toEqual(['empty', 'src', 'src/large', 'src/main.ts', 'src/run.sh', 'src/up', 'top']);
  const modes = seen.map((path) => lstatSync(join(context, path))).map(({ mode }) => (mode & 0o7777).toString(8));
  expect(modes).toEqual(['755', '755', '644', '644', '755', '777', '644']);
  for (const path of ['.', ...seen])
    expect([path, lstatSync(join(context, path)).mtimeMs]).toEqual([path, EPOCH * 1000]);
  expect(readFileSync(staged, 'utf8')).toBe('FROM scratch\n');
  expect(staged.endsWith('/Dockerfile')).toBe(true);
  expect(existsSync(`${staged}.dockerignore`)).toBe(true);
  expect(staged.startsWith(`${context}/`)).toBe(false);
});

test('equal selections and times share a copy; others do not', async () => {
  const contexts = [await filesOf(SOURCES), await filesOf(['src'], { name: 'assets' })];
  const pieces = [
    { name: 'a', contexts, dockerfile, epoch: EPOCH },
    { name: 'b', contexts: [contexts[0]!], dockerfile, epoch: EPOCH },
    { name: 'later', contexts: [contexts[0]!], dockerfile, epoch: EPOCH + 1 },
    { name: 'none', contexts: [], dockerfile, epoch: EPOCH },
  ];
  const { images } = await stageContexts({ pieces, into });
  const context = (name: string) => images.get(name)!.context;
  expect(context('a')).toBe(context('b'));
  expect(new Set([context('a'), context('later'), context('none'), images.get('a')!.contexts.get('assets')]).size).toBe(
    4,
  );
  expect(readdirSync(context('none'))).toEqual([]);
  expect(new Set([...images.values()].map((image) => image.dockerfile)).size).toBe(4);
});

test.each<[string, () => void]>([
  ['is edited', () => writeFileSync(join(root, 'src/main.ts'), 'niam')],
  ['is removed', () => rmSync(join(root, 'src/main.ts'))],
  [
    'becomes a folder',
    () => {
      rmSync(join(root, 'src/main.ts'));
      mkdirSync(join(root, 'src/main.ts'));
    },
  ],
  ['is edited, a large one', () => writeFileSync(join(root, 'src/large'), 'y'.repeat(300_000))],
  ['grows large', () => writeFileSync(join(root, 'src/main.ts'), 'y'.repeat(300_000))],
])('a file that %s after it was hashed', async (_, change) => {
  const contexts = [await filesOf(SOURCES)];
  const other = [await filesOf(['top'])];
  change();
  const { images, diagnostics } = await stageContexts({
    pieces: [
      { name: 'api', contexts, dockerfile, epoch: EPOCH },
      { name: 'web', contexts: other, dockerfile, epoch: EPOCH },
    ],
    into,
  });
  expect([...images.keys()]).toEqual(['web']);
  expect(diagnostics).toMatchObject([
    { code: 'build/changed-while-read', exit: 1, message: expect.stringMatching(/^api: src\//) },
  ]);
});

test('what stands in the way of writing is said', async () => {
  const contexts = [await filesOf(SOURCES)];
  rmSync(into, { recursive: true });
  const { diagnostics } = await stageContexts({ pieces: [{ name: 'api', contexts, dockerfile, epoch: EPOCH }], into });
  expect(diagnostics).toMatchObject([{ code: 'build/staging', exit: 3 }]);
});

test('the folder is for nobody else, and goes away', () => {
  expect(statSync(into).mode & 0o7777).toBe(0o700);
  mkdirSync(join(into, 'context/deep'), { recursive: true });
  chmodSync(join(into, 'context/deep'), 0o500);
  removeStaged(into);
  expect(existsSync(into)).toBe(false);
  removeStaged(into);
});

test('what dead runs left is cleared, nothing else', () => {
  const parent = join(root, 'tmp');
  // Above the largest process id that Linux gives out.
  for (const left of ['dockwarden-build-4999999-AbCdEf/context', 'dockwarden-build-x-AbCdEf', 'other-4999999-AbCdEf'])
    mkdirSync(join(parent, left), { recursive: true });
  const mine = makeStaging(parent);
  expect(readdirSync(parent).sort()).toEqual(
    [into, mine, 'dockwarden-build-x-AbCdEf', 'other-4999999-AbCdEf'].map((path) => path.split('/').at(-1)).sort(),
  );
});

const name = fc.constantFrom('a', 'b', 'c.txt', 'ß', 'd e', '"', '\\', '$(x)');
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const what = fc.oneof(
  fc.record({ text: fc.string(), mode: fc.constantFrom(0o644, 0o755, 0o600, 0o711, 0o444) }),
  fc.record({ link: fc.constantFrom('a', '../b', 'nowhere', '/abs') }),
  fc.constant(undefined),
);

test('the lines of a staged tree are those of its source', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(path, what), { maxLength: 12 }), async (list) => {
      const tree = layTree(withoutClashes(list));
      const staging = makeStaging(join(root, 'tmp'));
      try {
        const read = async (at: string) => {
          const inputs = contextInputs(['.']);
          const { entries } = readContext({ root: at, inputs, mode: 'staged', git: false });
          return { inputs, entries: await hashEntries(entries), notes: [] };
        };
        const files = await read(tree.root);
        const { images } = await stageContexts({
          pieces: [{ name: 'x', contexts: [files], dockerfile, epoch: EPOCH }],
          into: staging,
        });
        expect((await read(images.get('x')!.context)).entries.map(entryLine)).toEqual(files.entries.map(entryLine));
      } finally {
        tree.dispose();
        removeStaged(staging);
      }
    }),
    { numRuns: 60 },
  );
});

/** A path is one thing: what lies below a file or a link is left out, and what comes first stays. */
function withoutClashes(list: readonly (readonly [string, Tree[string]])[]): Tree {
  const tree: Record<string, Tree[string]> = {};
  for (const [at, one] of list) {
    const clashes = Object.entries(tree).some(
      ([other, there]) =>
        at === other || other.startsWith(`${at}/`) || (there !== undefined && at.startsWith(`${other}/`)),
    );
    if (!clashes) tree[at] = one;
  }
  return tree;
}
