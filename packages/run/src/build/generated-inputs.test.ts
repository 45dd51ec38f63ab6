import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryFolders } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { afterAll, describe, expect, test } from '@jest/globals';
import { affectedOf } from './affected-of.ts';
import { plannedRepository, withoutEngine } from './testing/planned-repository.ts';

afterAll(removeTemporaryFolders);

const MAKE =
  "require('node:fs').mkdirSync('dist/web',{recursive:true});require('node:fs').writeFileSync('dist/web/i.html','new');console.log('made')";
const config = (prepare?: readonly string[]) =>
  [
    'dockwarden: config/v1',
    ...(prepare ? [`build: { prepare: ${JSON.stringify(prepare)} }`] : []),
    'images:',
    ...['api', 'web'].map((name) => `  ${name}: { dockerfile: apps/${name}/Dockerfile, project: ${name}, context: . }`),
    '',
  ].join('\n');

const FILES: Record<string, string> = {
  'package.json': '{ "name": "shop", "workspaces": ["apps/*", "libs/*"] }',
  '.gitignore': 'dist/\n',
  'apps/web/package.json': '{ "name": "web", "dependencies": { "ui": "*" }, "scripts": { "build": "make" } }',
  'apps/web/Dockerfile': 'FROM scratch\nCOPY dist/web /site\n',
  'apps/web/src.ts': 'one',
  'apps/api/package.json': '{ "name": "api" }',
  'apps/api/Dockerfile': 'FROM scratch\nCOPY apps/api/package.json /\n',
  'libs/ui/package.json': '{ "name": "ui" }',
  'libs/ui/button.ts': 'one',
  'dockwarden.yaml': config(),
};

const repository = (files: Record<string, string> = {}) => plannedRepository({ ...FILES, ...files });

describe('a build output as an input', () => {
  test('that is not there is an error that names line, folder and task', async () => {
    const { plan } = repository();
    const { planned, diagnostics } = await plan();
    expect(planned.size).toBe(0);
    expect(diagnostics).toMatchObject([
      {
        code: 'build/generated-missing',
        message: 'COPY dist/web: dist/web, which git ignores, is not there; the build of web probably makes it.',
        exit: 2,
      },
    ]);
    expect(diagnostics[0]!.hint).toContain('Run npm run build --workspace=apps/web first');
    expect(diagnostics[0]!.place?.source.path).toBe('apps/web/Dockerfile');
    expect((await plan({ trustGenerated: true })).diagnostics).toMatchObject([{ code: 'build/generated-missing' }]);
  });

  test('that nobody vouches for is an error, one that somebody does is taken', async () => {
    const { plan, write } = repository();
    write('dist/web/i.html', 'old');
    const { diagnostics } = await plan();
    expect(diagnostics).toMatchObject([{ code: 'build/generated-unproven', exit: 2 }]);
    expect(diagnostics[0]!.hint).toContain('--trust-generated');
    const trusted = await plan({ trustGenerated: true });
    expect(trusted.diagnostics).toEqual([]);
    expect([...trusted.planned.keys()]).toEqual(['api', 'web']);
  });

  test('of an image that was not asked for does not matter', async () => {
    const { plan } = repository();
    expect((await plan({ images: ['api'] })).diagnostics).toEqual([]);
  });

  test('prepare makes it, once for all images, and says so', async () => {
    const { plan, root, events } = repository({
      'dockwarden.yaml': config([process.execPath, '-e', MAKE]),
      'apps/api/Dockerfile': 'FROM scratch\nCOPY dist/web/i.html /\n',
    });
    const { diagnostics, planned } = await plan();
    expect(diagnostics).toEqual([]);
    expect(planned.has('web')).toBe(true);
    expect(existsSync(join(root, 'dist/web/i.html'))).toBe(true);
    expect(events.filter(({ kind }) => kind === 'preparing')).toHaveLength(1);
    expect(events).toContainEqual({ kind: 'prepare line', line: 'made' });
  });

  test('prepare is not run where nothing is generated, where a task runner did, and in a dry run', async () => {
    const { plan, write, events } = repository({ 'dockwarden.yaml': config([process.execPath, '-e', MAKE]) });
    write('dist/web/i.html', 'old');
    await plan({ images: ['api'] });
    await plan({ trustGenerated: true });
    await plan({ dryRun: true });
    expect(events).toEqual([]);
  });

  test.each<[string, string[], number, string]>([
    ['fails', [process.execPath, '-e', "console.error('it broke');process.exit(7)"], 1, 'exit code 7\n| it broke'],
    ['is not there', ['no-such-program-here'], 3, 'there is no such program'],
    ['makes nothing', [process.execPath, '-e', 'void 0'], 2, 'is not there'],
  ])('prepare that %s', async (_, prepare, exit, words) => {
    const { diagnostics } = await repository({ 'dockwarden.yaml': config(prepare) }).plan();
    expect(diagnostics).toMatchObject([{ exit }]);
    expect(diagnostics[0]!.message).toContain(words);
  });

  test('has the revision of its sources, and is dirty where they are', async () => {
    const { plan, write, git } = repository();
    write('dist/web/i.html', 'new');
    write('libs/ui/button.ts', 'two');
    const dirty = (await plan({ trustGenerated: true })).planned;
    expect([dirty.get('web')!.plan.stamp.dirty, dirty.get('api')!.plan.stamp.dirty]).toEqual([true, false]);
    git('commit', '-qam', 'button');
    const head = git('rev-parse', 'HEAD').trim();
    write('readme.md', 'x');
    git('add', '.');
    git('commit', '-qm', 'readme');
    const { planned } = await plan({ trustGenerated: true });
    expect(planned.get('web')!.plan.stamp).toMatchObject({ revision: head, dirty: false });
    expect(planned.get('api')!.plan.stamp.revision).toBe(git('rev-list', '--max-parents=0', 'HEAD').trim());
  });

  test('of which nobody knows the sources is named after HEAD, and said to be', async () => {
    const { plan, write, git } = repository({ 'apps/web/Dockerfile': 'FROM scratch\nCOPY dist/elsewhere /site\n' });
    write('dist/elsewhere/a', '');
    const { planned } = await plan({ trustGenerated: true });
    const { stamp } = planned.get('web')!.plan;
    expect(stamp.revision).toBeUndefined();
    expect(stamp.labels.get('org.opencontainers.image.revision')).toBe(git('rev-parse', 'HEAD').trim());
    expect(planned.get('web')!.notes).toContain('Nothing tells from which sources dist/elsewhere is made.');
  });

  test('is affected by a change of its sources', async () => {
    const { write, scene, optionsOf } = repository();
    write('libs/ui/button.ts', 'two');
    const options = optionsOf({ affected: { base: 'main' } });
    const found = await affectedOf(await scene(options), withoutEngine, options);
    if ('code' in found) throw new Error(found.message);
    expect(found.images.map(({ name }) => name)).toEqual(['web']);
    expect(found.reasons.get('web')).toEqual(['libs/ui/button.ts changed, from which an input is made']);
  });

  test('without a repository nobody can tell', async () => {
    const { plan, write, root } = repository();
    write('dist/web/i.html', 'old');
    rmSync(join(root, '.git'), { recursive: true });
    expect((await plan()).diagnostics).toEqual([]);
  });
});
