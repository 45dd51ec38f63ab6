import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { FRESH_FIX } from '../../inference/task-inputs.ts';
import { fakeLinter, finding, reportOf, task } from '../../testing/fake-linter.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import type { LintTask } from './lint-task.ts';
import type { Linter } from './linter.ts';
import { runLintTasks } from './run-lint-tasks.ts';

const workspaceRoot = temporaryWorkspace({});

async function run(
  tasks: readonly LintTask[],
  linter: Linter,
  env: Record<string, string> = {},
  graph: ReadonlyMap<string, readonly string[]> = new Map(),
) {
  const results: Record<string, { success: boolean; terminalOutput: string }> = {};
  for await (const { task: id, result } of runLintTasks(tasks, { workspaceRoot, linter, env, graph }))
    results[id] = result;
  return results;
}

describe('runLintTasks', () => {
  test('tasks with equal options are one run over all their files', async () => {
    const linter = fakeLinter();
    await run([task('web'), task('api'), task('api2', { pack: ['strict'] })], linter);
    expect(linter.asked).toEqual([
      { cwd: workspaceRoot, paths: ['apps/api/Dockerfile', 'apps/web/Dockerfile'] },
      { cwd: workspaceRoot, paths: ['apps/api2/Dockerfile'], packs: ['strict'] },
    ]);
  });

  test('a finding fails its own task, and the others pass with one line', async () => {
    const results = await run(
      [task('api'), task('web')],
      fakeLinter({ report: reportOf([finding('apps/api/Dockerfile')]) }),
    );
    expect(results).toEqual({
      'api:docker-lint': {
        success: false,
        terminalOutput: 'pretty\napps/api/Dockerfile has no tag\n1 files, 1 errors\n',
      },
      'web:docker-lint': { success: true, terminalOutput: 'pretty\n1 files, 0 errors\n' },
    });
  });

  test('colours are for the terminal, and not for a file', async () => {
    const linter: Linter = { ...fakeLinter(), render: async (format, _, { color }) => `${format} ${color}\n` };
    const tasks = [task('api', { format: ['pretty', 'json=colours.json'] })];
    const results = await run(tasks, linter, { FORCE_COLOR: '1' });
    expect(results['api:docker-lint']?.terminalOutput).toBe('pretty true\n');
    expect(readFileSync(join(workspaceRoot, 'colours.json'), 'utf8')).toBe('json false\n');
  });

  test('a task without files looks at its project', async () => {
    const linter = fakeLinter();
    await run([task('api', { files: undefined })], linter);
    expect(linter.asked[0]?.paths).toEqual(['apps/api']);
  });

  test('a look at the workspace is about what the plugin looks at', async () => {
    const linter = fakeLinter();
    const root = { ...task('shop', { reach: 'workspace', files: [] }), root: '.' };
    const given = { workspaceRoot, linter, env: {}, graph: new Map(), selected: ['apps/api/Dockerfile'] };
    for await (const _ of runLintTasks([root], given));
    expect(linter.asked).toMatchObject([{ paths: ['apps/api/Dockerfile'], reach: 'workspace' }]);
  });

  test('the task of the root is two runs: its files, and the workspace', async () => {
    const linter = fakeLinter({ report: reportOf([finding('apps/web/Dockerfile')]) });
    const tasks = [
      task('api', { reach: 'project' }),
      { ...task('shop', { reach: 'workspace', files: ['Dockerfile'] }), root: '.' },
    ];
    const graph = new Map<string, string[]>([
      ['.', []],
      ['apps/api', []],
      ['apps/web', []],
    ]);
    const results = await run(tasks, linter, {}, graph);
    expect(linter.asked).toEqual([
      { cwd: workspaceRoot, paths: ['Dockerfile', 'apps/api/Dockerfile'], reach: 'project', graph },
      { cwd: workspaceRoot, paths: [], reach: 'workspace', graph },
    ]);
    // What the first run found of a project without a task here is that project's; the second run's is the root's.
    expect(results['api:docker-lint']?.success).toBe(true);
    expect(results['shop:docker-lint']?.terminalOutput).toBe(
      'pretty\napps/web/Dockerfile has no tag\n7 files, 1 errors\n',
    );
  });

  test('a root without files looks at the workspace alone', async () => {
    const linter = fakeLinter();
    const results = await run([{ ...task('shop', { reach: 'workspace', files: [] }), root: '.' }], linter);
    expect(linter.asked).toEqual([{ cwd: workspaceRoot, paths: [], reach: 'workspace' }]);
    expect(results['shop:docker-lint']?.success).toBe(true);
  });

  test('a broken configuration is said once to each task, also to that of the root', async () => {
    const fault = { code: 'config/shape', message: 'broken', hint: '', path: 'dockwarden.yaml', exit: 2 as const };
    const tasks = [task('api', { reach: 'project' }), { ...task('shop', { reach: 'workspace' }), root: '.' }];
    const results = await run(tasks, fakeLinter({ report: reportOf([], [fault]), exitCode: 2 }));
    for (const { success, terminalOutput } of Object.values(results)) {
      expect(success).toBe(false);
      expect(terminalOutput.match(/broken/g)).toHaveLength(1);
    }
  });

  test('options reach the linter', async () => {
    const linter = fakeLinter();
    const options = { config: 'ci.yaml', cache: false, fix: true, unsafe: true } as const;
    await run([task('api', options)], linter, { [FRESH_FIX]: '1' });
    expect(linter.asked).toEqual([
      {
        cwd: workspaceRoot,
        paths: ['apps/api/Dockerfile'],
        config: 'ci.yaml',
        noCache: true,
        fix: true,
        unsafe: true,
        dryRun: false,
      },
    ]);
  });

  test('what was fixed is said to the project that it was fixed in', async () => {
    const changed = [{ path: 'apps/api/Dockerfile', before: 'a', after: 'b' }];
    const results = await run([task('api', { fix: true }), task('web', { fix: true })], fakeLinter({ changed }), {
      [FRESH_FIX]: '1',
    });
    expect(results['api:docker-lint']?.terminalOutput).toMatch(/^fixed apps\/api\/Dockerfile\n/);
    expect(results['web:docker-lint']?.terminalOutput).not.toContain('fixed');
  });
});

test('options that cannot be read fail their task with a sentence, and no other', async () => {
  const results = await run([{ ...task('api'), fault: 'fix is "yes".' }, task('web')], fakeLinter());
  expect(results['api:docker-lint']).toEqual({ success: false, terminalOutput: 'fix is "yes".\n' });
  expect(results['web:docker-lint']).toMatchObject({ success: true });
});

describe('options that go with --fix', () => {
  test.each([
    ['unsafe', '--unsafe goes with --fix.'],
    ['dryRun', '--dry-run goes with --fix.'],
  ])('%s alone is refused', async (name, sentence) => {
    const results = await run([task('api', { [name]: true })], fakeLinter());
    expect(results['api:docker-lint']).toEqual({ success: false, terminalOutput: `${sentence}\n` });
  });

  test('a dry run shows the edits', async () => {
    const changed = [{ path: 'apps/api/Dockerfile', before: 'a', after: 'b' }];
    const results = await run([task('api', { fix: true, dryRun: true })], fakeLinter({ changed }));
    expect(results['api:docker-lint']?.terminalOutput).toMatch(/^apps\/api\/Dockerfile: a -> b\n/);
  });
});

describe('a fix that the cache would answer next time', () => {
  test('is refused, and nothing is changed', async () => {
    const linter = fakeLinter();
    const results = await run([task('api', { fix: true }), task('web')], linter);
    expect(results['api:docker-lint']).toMatchObject({ success: false });
    expect(results['api:docker-lint']?.terminalOutput).toContain('nx run api:docker-lint --fix');
    expect(results['web:docker-lint']).toMatchObject({ success: true });
    expect(linter.asked).toHaveLength(1);
  });

  test('is refused with --fix, too, where the inputs are those of the project and lack the mark', async () => {
    const linter = fakeLinter();
    const own = { ...task('api', { fix: true }), marked: false };
    const results = await run([own, task('web', { fix: true })], linter, { [FRESH_FIX]: '1' });
    expect(results['api:docker-lint']).toMatchObject({ success: false });
    expect(results['api:docker-lint']?.terminalOutput).toContain(`Add the input {"env": "${FRESH_FIX}"}`);
    expect(results['web:docker-lint']).toMatchObject({ success: true });
    expect(linter.asked).toHaveLength(1);
  });

  test.each<[string, LintTask, Record<string, string>]>([
    ['a run with --fix on the command line', task('api', { fix: true }), { [FRESH_FIX]: '1' }],
    ['a target that is not cached', task('api', { fix: true }, false), {}],
    ['a dry run', task('api', { fix: true, dryRun: true }), {}],
  ])('is not: %s', async (_, fixing, env) => {
    expect(await run([fixing], fakeLinter(), env)).toMatchObject({ 'api:docker-lint': { success: true } });
  });
});

describe('formats', () => {
  test('a file beside the terminal, with the project in its name', async () => {
    const options = { format: ['json=reports/{projectName}/{projectRoot}.json'] };
    const results = await run([task('api', options), task('web', options)], fakeLinter());
    expect(readFileSync(join(workspaceRoot, 'reports/api/apps/api.json'), 'utf8')).toBe('json\n1 files, 0 errors\n');
    expect(existsSync(join(workspaceRoot, 'reports/web/apps/web.json'))).toBe(true);
    expect(results['api:docker-lint']?.terminalOutput).toBe('pretty\n1 files, 0 errors\n');
  });

  test('one without a file takes the place of the text', async () => {
    const results = await run([task('api', { format: ['json'] })], fakeLinter());
    expect(results['api:docker-lint']?.terminalOutput).toBe('json\n1 files, 0 errors\n');
  });

  test('a file that two tasks would write is written by none, and both fail', async () => {
    const options = { format: ['json=same.json'] };
    const results = await run([task('api', options), task('web', options)], fakeLinter());
    expect(existsSync(join(workspaceRoot, 'same.json'))).toBe(false);
    for (const result of Object.values(results)) {
      expect(result).toMatchObject({ success: false });
      expect(result.terminalOutput).toContain('Several tasks would write same.json; put {projectName} into its name.');
    }
  });

  test('an unknown format fails', async () => {
    const results = await run([task('api', { format: ['yaml'] })], fakeLinter());
    expect(results['api:docker-lint']).toMatchObject({ success: false });
    expect(results['api:docker-lint']?.terminalOutput).toContain('There is no format called "yaml".');
  });
});

describe('trouble', () => {
  test('a diagnostic without a file fails every task of the run', async () => {
    const broken = { code: 'config/syntax', message: 'dockwarden.yaml is broken', exit: 2 as const };
    const results = await run([task('api'), task('web')], fakeLinter({ report: reportOf([], [broken]), exitCode: 2 }));
    for (const result of Object.values(results)) {
      expect(result).toMatchObject({ success: false });
      expect(result.terminalOutput).toContain('dockwarden.yaml is broken');
    }
  });

  test('a diagnostic of a file fails the task that looks at it', async () => {
    const unread = { code: 'file/unreadable', message: 'no access', path: 'apps/api/Dockerfile', exit: 3 as const };
    const results = await run([task('api'), task('web')], fakeLinter({ report: reportOf([], [unread]), exitCode: 3 }));
    expect(results).toMatchObject({ 'api:docker-lint': { success: false }, 'web:docker-lint': { success: true } });
  });

  test('an end without a reason is a failure', async () => {
    const results = await run([task('api')], fakeLinter({ exitCode: 3 }));
    expect(results).toMatchObject({ 'api:docker-lint': { success: false } });
  });

  test('a crash of the linter fails the tasks of that run with a sentence, and no other', async () => {
    const linter: Linter = {
      ...fakeLinter(),
      async lint(options) {
        if (options.packs) throw new Error('boom');
        return { report: reportOf([]), root: options.cwd, files: [], changed: [], before: [], exitCode: 0 };
      },
    };
    const results = await run([task('api', { pack: ['x'] }), task('web')], linter);
    expect(results['api:docker-lint']).toEqual({ success: false, terminalOutput: 'dockwarden failed: boom\n' });
    expect(results['web:docker-lint']).toMatchObject({ success: true });
  });
});
