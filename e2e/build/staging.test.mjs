import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { builtContents } from '../../scripts/exactness/truth.mjs';
import { loadBuild, makeBench, withoutEngine } from '../support/engine.mjs';

const EPOCH = 1_700_000_000;
const dockerfile = { path: 'app.Dockerfile', text: 'FROM scratch\nCOPY . /all/\n' };

describe('a staged copy is what is built', { skip: withoutEngine(), concurrency: false }, () => {
  let build;
  let bench;
  before(async () => {
    build = await loadBuild();
    bench = makeBench('staging-e2e/');
    bench.write({
      'w/a.txt': 'aaa',
      'w/b.txt': 'bbb',
      'w/.dockerignore': 'b.txt\n',
      'w/app.Dockerfile.dockerignore': 'c.txt\n',
    });
  });
  after(() => bench?.dispose());

  /** Stages the workspace in a new folder of a run, and builds that. */
  async function builtOf(spoil = () => {}) {
    const place = { source: { path: 'app.Dockerfile', text: '', lineStarts: [0] }, span: { start: 0, end: 0 } };
    const inputs = {
      directory: '.',
      ignoreFile: 'app.Dockerfile.dockerignore',
      ignoreCandidates: [],
      sources: [{ path: '.', pattern: false, excludes: [], instruction: 'COPY', place }],
    };
    const { entries, notes } = build.readContext({ root: join(bench.root, 'w'), inputs, mode: 'staged', git: false });
    const contexts = [{ inputs, entries: await build.hashEntries(entries), notes }];
    const into = build.makeStaging(bench.root);
    try {
      const { images } = await build.stageContexts({
        pieces: [{ name: 'app', contexts, dockerfile, epoch: EPOCH }],
        into,
      });
      const { context, dockerfile: staged } = images.get('app');
      spoil(context, staged);
      const { contents, error } = builtContents({ app: { context, dockerfile: staged } }, join(bench.root, 'out'));
      return (
        error ??
        contents
          .get('app')
          .lines.map(({ path }) => path)
          .join(' ') + readFileSync(join(bench.root, 'out/app.tar')).includes('xyz')
      );
    } finally {
      build.removeStaged(into);
    }
  }

  test('an ignore file in the copy hides nothing from it', async () => {
    assert.match(await builtOf(), /all\/\.dockerignore all\/a\.txt all\/app\.Dockerfile\.dockerignore all\/b\.txt/);
  });

  test('what is not there cannot be read', async () => {
    const error = await builtOf((context, staged) => {
      rmSync(join(context, 'a.txt'));
      writeFileSync(staged, 'FROM scratch\nCOPY a.txt /\n');
    });
    assert.match(error, /"\/a\.txt": not found/);
  });

  test('equal size and time do not let an earlier copy stand for this one', async () => {
    await builtOf();
    writeFileSync(join(bench.root, 'w/a.txt'), 'xyz');
    assert.match(await builtOf(), /true$/);
  });
});
