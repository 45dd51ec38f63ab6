import { describe, expect, test } from '@jest/globals';
import { ended, fakeRun, imageTask, outcomeOf } from '../../testing/fake-builds.ts';
import type { ImageRun } from './image-run.ts';
import type { ImageTask } from './image-task.ts';
import { type BuildKind, runBuildTasks } from './run-build-tasks.ts';

async function resultsOf(tasks: readonly ImageTask[], run: ImageRun, kind: BuildKind = 'build') {
  const results = new Map<string, { success: boolean; terminalOutput: string }>();
  for await (const { task, result } of runBuildTasks(kind, tasks, run)) results.set(task, result);
  return results;
}

const all = fakeRun((options) => ended((options.images ?? []).map((image) => outcomeOf(image))));

describe('runBuildTasks', () => {
  test('all tasks are one build, which takes generated inputs as made', async () => {
    const { run, asked } = fakeRun(({ images = [] }) => ended(images.map((image) => outcomeOf(image))));
    const results = await resultsOf([imageTask('api'), imageTask('web')], run);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ images: ['api', 'web'], projects: [], trustGenerated: true, push: false });
    expect([...results.values()].map(({ success }) => success)).toEqual([true, true]);
    expect(results.get('api:docker-build')?.terminalOutput).toMatch(/^built: api/);
    expect(results.get('api:docker-build')?.terminalOutput).not.toMatch(/web/);
  });

  test('an image that fails fails its own task alone', async () => {
    const failure = { message: 'exit code 7', lastLines: [], exit: 1 as const };
    const { run } = fakeRun(() =>
      ended([outcomeOf('api', { status: 'failed', failure }), outcomeOf('web')], { exitCode: 1 }),
    );
    const results = await resultsOf([imageTask('api'), imageTask('web')], run);
    expect(results.get('api:docker-build')).toMatchObject({ success: false });
    expect(results.get('api:docker-build')?.terminalOutput).toContain('exit code 7');
    expect(results.get('web:docker-build')).toMatchObject({ success: true });
  });

  test('a finding of a policy fails the task as it fails the command', async () => {
    const finding = { severity: 'error', suppressed: null, place: undefined } as never;
    const { run } = fakeRun(() => ended([outcomeOf('api', { findings: [finding] })], { exitCode: 1 }));
    run.builds.printBuild = () => '';
    expect((await resultsOf([imageTask('api')], run)).get('api:docker-build')?.success).toBe(false);
  });

  test('what stops before anything is planned is found out, and the rest is built together', async () => {
    const broken = { code: 'inputs/missing', message: 'there is no x', exit: 2 as const };
    const { run, asked } = fakeRun(({ images = [] }) =>
      images.includes('bad')
        ? ended([], { diagnostics: [broken], exitCode: 2 })
        : ended(images.map((image) => outcomeOf(image))),
    );
    const results = await resultsOf([imageTask('api'), imageTask('bad'), imageTask('web')], run);
    expect(results.get('bad:docker-build')?.terminalOutput).toContain('there is no x');
    expect([...results].filter(([, { success }]) => success).map(([id]) => id)).toEqual([
      'api:docker-build',
      'web:docker-build',
    ]);
    expect(asked.filter(({ dryRun }) => !dryRun).map(({ images }) => images)).toEqual([
      ['api', 'bad', 'web'],
      ['api', 'web'],
    ]);
  });

  test('a fault of all is not looked for in each', async () => {
    const broken = { code: 'engine/unreachable', message: 'no engine', exit: 3 as const };
    const { run, asked } = fakeRun(() => ended([], { diagnostics: [broken], exitCode: 3 }));
    const results = await resultsOf([imageTask('api'), imageTask('web')], run);
    expect(asked).toHaveLength(1);
    for (const { success, terminalOutput } of results.values()) {
      expect(success).toBe(false);
      expect(terminalOutput).toContain('no engine');
    }
  });

  test('a task of which nothing came fails, whatever the run says', async () => {
    const { run } = fakeRun(() => ended([outcomeOf('web')]));
    const results = await resultsOf([imageTask('api'), imageTask('web')], run);
    expect(results.get('api:docker-build')).toMatchObject({ success: false });
    expect(results.get('api:docker-build')?.terminalOutput).toMatch(/no image of api/);
  });

  test('what the command line says holds for every image, what the target says for that of its project', async () => {
    const { run, asked } = fakeRun(({ images = [] }) => ended(images.map((image) => outcomeOf(image))), {
      optionsOf: new Map([['base', { target: 'prod' }]]),
    });
    const tasks = [imageTask('api', { labels: { team: 'a' } }, { tag: 'x' }), imageTask('web', {}, { tag: 'x' })];
    await resultsOf(tasks, run);
    expect(asked[0]?.settings).toEqual({ tags: ['x'] });
    expect(asked[0]?.projectSettings).toEqual(
      new Map([
        ['base', { target: 'prod' }],
        ['api', { labels: { team: 'a' } }],
      ]),
    );
  });

  test('a wrong option fails its own task alone, in a sentence', async () => {
    const results = await resultsOf([imageTask('api', { tags: 'x' }), imageTask('web')], all.run);
    expect(results.get('api:docker-build')).toEqual({
      success: false,
      terminalOutput: '`tags` is text, but must be a list\n',
    });
    expect(results.get('web:docker-build')?.success).toBe(true);
  });

  test('tasks that go about it otherwise are another build', async () => {
    const { run, asked } = fakeRun(({ images = [] }) => ended(images.map((image) => outcomeOf(image))));
    await resultsOf([imageTask('api', {}, { refresh: true }), imageTask('web')], run);
    expect(asked.map(({ images, refresh }) => [images, refresh])).toEqual([
      [['api'], true],
      [['web'], undefined],
    ]);
  });

  test('--skip-nx-cache skips the look-up', async () => {
    const { run, asked } = fakeRun(({ images = [] }) => ended(images.map((image) => outcomeOf(image))), {
      env: { NX_SKIP_NX_CACHE: 'true' },
    });
    await resultsOf([imageTask('api')], run);
    expect(asked[0]).toMatchObject({ lookup: false });
    expect(asked[0]?.force).toBeUndefined();
  });

  test('extraction writes files of the stage that is meant, without an attestation beside them', async () => {
    const { run, asked } = fakeRun(({ images = [] }) => ended(images.map((image) => outcomeOf(image))), {
      workspaceRoot: '/nowhere',
    });
    await resultsOf([imageTask('api', { stages: ['api=export'] }), imageTask('web')], run, 'extract');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      output: { type: 'local', folder: 'dist/extract' },
      settings: { provenance: 'off' },
      stages: new Map([['api', 'export']]),
    });
  });
});
