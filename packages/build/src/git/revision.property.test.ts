import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ImageInputs } from '../model/image-inputs.ts';
import { inputPaths } from './input-paths.ts';
import { readRepository } from './repository.ts';
import { revisionOf, revisionsOf } from './revision.ts';
import { type Tree, type WrittenCommit, writeHistory } from './testing/fast-import.ts';
import { runProgram, testFolder } from './testing/run-git.ts';
import { copied, sampleInputs } from './testing/sample-inputs.ts';

const MODULES = [
  'gitlink:1111111111111111111111111111111111111111',
  'gitlink:2222222222222222222222222222222222222222',
];

const FILES = [
  'apps/api/Dockerfile',
  'apps/api/src/a.ts',
  'apps/api/src/b.log',
  'apps/api/src/deep/c.ts',
  'apps/web/Dockerfile',
  'apps/web/index.html',
  'libs/x/src/a.ts',
  'libs/x/README.md',
  'package.json',
  'README.md',
];

/** What stages each image by itself: written without the matcher, file by file. */
const IMAGES: readonly {
  readonly inputs: ImageInputs;
  readonly generatedFrom?: string[];
  stages(path: string): boolean;
}[] = [
  {
    inputs: sampleInputs('api', [
      copied('apps/api/src'),
      copied('package.json'),
      copied('libs/*/src', { pattern: true }),
    ]),
    stages: (path) =>
      (/^apps\/api\/src\/|^package\.json$|^libs\/[^/]+\/src\//.test(path) && !path.endsWith('.log')) ||
      path === 'apps/api/Dockerfile',
  },
  {
    inputs: sampleInputs('web', [copied('dist/apps/web'), copied('vendor/lib/inner')]),
    generatedFrom: ['apps/web'],
    stages: (path) => path.startsWith('apps/web/') || path === 'vendor/lib',
  },
  {
    inputs: sampleInputs('all', [copied('.', { excludes: ['**/*.md'] })], { ignoreFile: undefined }),
    stages: (path) => !path.endsWith('.md') || path === 'apps/all/Dockerfile',
  },
  { inputs: sampleInputs('none', [copied('absent')]), stages: () => false },
];

type Action =
  | { readonly do: 'write' | 'delete'; readonly file: number; readonly text: number }
  | { readonly do: 'rename'; readonly file: number; readonly to: number }
  | { readonly do: 'module'; readonly text: number }
  | { readonly do: 'revert' };

const file = fc.nat(FILES.length - 1);
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), file, text: fc.nat(2) }) },
  fc.record({ do: fc.constant('delete' as const), file, text: fc.nat(2) }),
  fc.record({ do: fc.constant('rename' as const), file, to: file }),
  fc.record({ do: fc.constant('module' as const), text: fc.nat(2) }),
  fc.record({ do: fc.constant('revert' as const) }),
);

/** A commit goes on from some earlier ones; a merge takes each file from one side, or one side whole. */
const step = fc.record({
  parents: fc.array(fc.nat(), { minLength: 0, maxLength: 4 }),
  keep: fc.constantFrom<'first' | 'last' | 'mixed'>('first', 'last', 'mixed'),
  actions: fc.array(action, { maxLength: 2 }),
  skew: fc.integer({ min: -5_000, max: 5_000 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const IGNORE: readonly [string, string] = ['.dockerignore', '**/*.log\n'];

function grow(steps: readonly Step[]): readonly WrittenCommit[] {
  const commits: WrittenCommit[] = [{ tree: new Map([IGNORE, ['README.md', 'x']]), parents: [], time: 1_700_000_000 }];
  steps.forEach(({ parents, keep, actions, skew }, index) => {
    const near = [...new Set(parents.map((back) => Math.max(0, commits.length - 1 - (back % 6))))];
    // The newest goes on, so that most of what was written is reached from the last commit.
    const from = near.length === 0 ? [commits.length - 1] : near;
    const sides = from.map((parent) => commits[parent]!.tree);
    const tree = new Map(keep === 'last' ? sides.at(-1)! : sides[0]!);
    if (keep === 'mixed') for (const [path, text] of sides.at(-1)!) if (path.length % 2 === 0) tree.set(path, text);
    for (const each of actions) act(tree, each, commits[from[0]!]!, commits);
    commits.push({ tree, parents: from, time: 1_700_000_000 + index * 100 + skew });
  });
  return commits;
}

function act(
  tree: Map<string, string>,
  action: Action,
  parent: WrittenCommit,
  commits: readonly WrittenCommit[],
): void {
  if (action.do === 'write') tree.set(FILES[action.file]!, `${action.text}`);
  if (action.do === 'delete') tree.delete(FILES[action.file]!);
  if (action.do === 'rename' && tree.has(FILES[action.file]!)) {
    const text = tree.get(FILES[action.file]!)!;
    tree.delete(FILES[action.file]!);
    tree.set(FILES[action.to]!, text);
  }
  if (action.do === 'module' && MODULES[action.text]) tree.set('vendor/lib', MODULES[action.text]!);
  if (action.do === 'module' && !MODULES[action.text]) tree.delete('vendor/lib');
  const before = action.do === 'revert' && parent.parents.length > 0 && commits[parent.parents[0]!];
  if (before) {
    tree.clear();
    for (const [path, text] of before.tree) tree.set(path, text);
  }
}

/** The rule word for word, over whole staged contents. */
function oracle(commits: readonly WrittenCommit[], stages: (path: string) => boolean): number | undefined {
  const staged = (tree: Tree) => {
    const inputs = [...tree].filter(([path]) => stages(path) || path === '.dockerignore');
    return JSON.stringify(inputs.sort());
  };
  let at = commits.length - 1;
  for (;;) {
    const { tree, parents } = commits[at]!;
    const content = staged(tree);
    if (parents.length === 0) return content === '[]' ? undefined : at;
    const equal = parents.find((parent) => staged(commits[parent]!.tree) === content);
    if (equal === undefined) return at;
    at = equal;
  }
}

test('the revision of an image is the commit that a walk over staged contents finds', async () => {
  const steps = fc.array(step, { minLength: 1, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(steps, async (grown) => {
      const each = testFolder();
      try {
        const commits = grow(grown);
        const ids = writeHistory(each.path, commits);
        // As a checked out submodule has it.
        mkdirSync(join(each.path, 'vendor/lib/.git'), { recursive: true });
        const repository = await readRepository(runProgram, each.path);
        if ('code' in repository) throw new Error(repository.message);
        const paths = IMAGES.map(({ inputs, generatedFrom }) =>
          inputPaths([inputs], { root: each.path, readText: () => '**/*.log\n', generatedFrom }),
        );
        const found = await revisionsOf(repository, paths);
        const wanted = IMAGES.map(({ stages }) => oracle(commits, stages)).map((at) =>
          at === undefined ? undefined : ids[at],
        );
        expect(found.map((one) => ('commit' in one ? one.commit : undefined))).toEqual(wanted);
        // Alone, git looks only where the image has its inputs.
        const alone = await revisionOf(repository, paths[grown.length % 2]!);
        expect(alone).toEqual(found[grown.length % 2]);
      } finally {
        each.remove();
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
