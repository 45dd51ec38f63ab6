import { describe, expect, jest, test } from '@jest/globals';
import { lintTask } from '../executors/lint/lint-task.ts';
import type { PluginOptions } from '../options/plugin-options.ts';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { createNodes } from './create-nodes.ts';

const SHOP: Record<string, string> = {
  'package.json': '{"name":"shop","workspaces":["apps/*"]}',
  'compose.yaml': 'services:\n  api:\n    build: { context: ., dockerfile: apps/api/Dockerfile }\n',
  'apps/api/package.json': '{"name":"@shop/api"}',
  'apps/api/Dockerfile': 'FROM node:22\nCOPY apps/api/src ./src\n',
  'apps/api/Dockerfile.dockerignore': 'node_modules\n',
  'apps/api/src/main.ts': '',
  'apps/api/compose.yaml': 'services:\n  db:\n    image: postgres:17\n',
  'apps/web/package.json': '{"name":"web"}',
  'apps/web/docker/web.Dockerfile': 'FROM nginx:1.29\n',
  'apps/web/process-compose.yaml': 'processes:\n  web:\n    command: npm start\n',
  'tools/Dockerfile': 'FROM scratch\n',
};

async function infer(files: Record<string, string>, options?: PluginOptions) {
  const workspaceRoot = temporaryWorkspace(files);
  const candidates = Object.keys(files).filter((path) => /ockerfile|ompose|project\.json/.test(path));
  const results = await createNodes[1](candidates, options, { workspaceRoot, nxJsonConfiguration: {} });
  return Object.fromEntries(results.flatMap(([, { projects }]) => Object.entries(projects ?? {})));
}

describe('createNodes', () => {
  test('every project with a file has the target; files outside of projects have none', async () => {
    const projects = await infer(SHOP);
    expect(Object.keys(projects).sort()).toEqual(['apps/api', 'apps/web']);
    expect(projects['apps/api']?.targets?.['docker-lint']).toMatchObject({
      executor: '@dockwarden/nx:lint',
      cache: true,
      options: { files: ['apps/api/Dockerfile', 'apps/api/compose.yaml'], version: '0.0.0' },
      metadata: { technologies: ['docker'] },
    });
    expect(projects['apps/web']?.targets?.['docker-lint']?.options).toMatchObject({
      files: ['apps/web/docker/web.Dockerfile'],
    });
  });

  test('no node carries a name: that is for the plugins that know the project', async () => {
    expect(Object.values(await infer(SHOP)).map(({ name }) => name)).toEqual([undefined, undefined]);
  });

  test('a root that is a project takes the files that no other has', async () => {
    const projects = await infer({ ...SHOP, 'project.json': '{"name":"shop"}' });
    expect(projects['.']?.targets?.['docker-lint']?.options.files).toEqual(['compose.yaml', 'tools/Dockerfile']);
  });

  test('a configuration that the target asks for is an input with its packs', async () => {
    const options = { config: 'house/ci.yaml' };
    const projects = await infer({
      'house/ci.yaml': 'dockwarden: config/v1\nextends: [./own.yaml]\n',
      'house/own.yaml': 'dockwarden: pack/v1\nid: house/own\npolicies: {}\n',
      'apps/api/project.json': JSON.stringify({ name: 'api', targets: { 'docker-lint': { options } } }),
      'apps/api/Dockerfile': 'FROM node:22\n',
      'apps/web/project.json': '{"name":"web"}',
      'apps/web/Dockerfile': 'FROM node:22\n',
    });
    const named = ['{workspaceRoot}/house/ci.yaml', '{workspaceRoot}/house/own.yaml'];
    expect(projects['apps/api']?.targets?.['docker-lint']?.inputs).toEqual(expect.arrayContaining(named));
    expect(projects['apps/web']?.targets?.['docker-lint']?.inputs).not.toContain(named[0]);
  });

  test('what is copied out of a project further down is an input, though that has nothing to lint', async () => {
    const projects = await infer({
      'project.json': '{"name":"shop"}',
      'apps/api/project.json': '{"name":"api"}',
      'apps/api/Dockerfile': 'FROM node:22\nADD apps/api/e2e/data apps/api/own/data ./\n',
      'apps/api/e2e/project.json': '{"name":"api-e2e"}',
      'apps/api/e2e/data': '',
      'apps/api/own/data': '',
    });
    const inputs = projects['apps/api']?.targets?.['docker-lint']?.inputs;
    expect(inputs).toContain('{workspaceRoot}/apps/api/e2e/data');
    expect(inputs).toContain('{projectRoot}/own/data');
  });

  test('the task of a root that is a project looks at the workspace, also without a file of its own', async () => {
    const { 'compose.yaml': _, 'tools/Dockerfile': __, ...files } = SHOP;
    const projects = await infer({ ...files, 'project.json': '{"name":"shop"}' });
    expect(projects['.']?.targets?.['docker-lint']?.options).toMatchObject({ files: [], reach: 'workspace' });
    expect(projects['.']?.targets?.['docker-lint']?.inputs).toContain(
      '{workspaceRoot}/**/{Dockerfile,Dockerfile.*,*.Dockerfile,*.dockerfile,Containerfile*,*compose*.yml,*compose*.yaml}',
    );
    expect(projects['apps/api']?.targets?.['docker-lint']?.options).toMatchObject({ reach: 'project' });
  });

  test('without one, every task looks at what policies look at', async () => {
    const { 'apps/api': api } = await infer(SHOP);
    expect(api?.targets?.['docker-lint']?.options).not.toHaveProperty('reach');
  });

  test('the target can be called otherwise', async () => {
    const projects = await infer(SHOP, { targetName: 'lint-images' });
    const names = Object.keys(projects['apps/api']?.targets ?? {});
    expect(names).toContain('lint-images');
    expect(names).not.toContain('docker-lint');
  });

  test.each<[string, PluginOptions, string[]]>([
    ['include', { include: ['apps/web/**'] }, ['apps/web/docker/web.Dockerfile']],
    ['exclude', { exclude: ['**/compose.yaml', 'apps/web/**'] }, ['apps/api/Dockerfile']],
  ])('%s', async (_, options, files) => {
    const projects = Object.values(await infer(SHOP, options));
    expect(projects.flatMap(({ targets }) => targets?.['docker-lint']?.options.files)).toEqual(files);
  });

  test('a folder that comes is seen by a file of it', async () => {
    const inputsWith = async (files: Record<string, string>) =>
      (await infer({ ...SHOP, ...files }))['apps/web']?.targets?.['docker-lint']?.inputs;
    expect(await inputsWith({})).not.toContain('{workspaceRoot}/apps/web/public/logo.svg');
    expect(await inputsWith({ 'apps/web/public/logo.svg': '', 'apps/web/public/mark.svg': '' })).toEqual(
      expect.arrayContaining([expect.stringMatching(/\}\/(?:apps\/web\/)?public\/logo\.svg$/)]),
    );
  });

  test('files that a project names itself are inputs', async () => {
    const own = (files: string[]) => JSON.stringify({ name: 'x', targets: { 'docker-lint': { options: { files } } } });
    const projects = await infer({
      ...SHOP,
      'apps/web/project.json': own(['{projectRoot}/docker', 'tools']),
      'apps/docs/project.json': own(['tools/Dockerfile']),
    });
    expect(projects['apps/web']?.targets?.['docker-lint']).toMatchObject({
      options: { files: ['apps/web/docker/web.Dockerfile'] },
      inputs: expect.arrayContaining([
        '{workspaceRoot}/tools/Dockerfile',
        '{workspaceRoot}/tools/.hadolint.{yaml,yml}',
      ]),
    });
    expect(projects['apps/docs']?.targets?.['docker-lint']?.inputs).toContain('{workspaceRoot}/tools/Dockerfile');
  });

  test('a file that nx.json keeps from the plugin has no task, and still decides about findings of another', async () => {
    const workspaceRoot = temporaryWorkspace(SHOP);
    const nxJsonConfiguration = { plugins: [{ plugin: '@dockwarden/nx', exclude: ['compose.yaml', 'apps/web/**'] }] };
    const handed = ['apps/api/Dockerfile', 'apps/api/compose.yaml', 'tools/Dockerfile'];
    const results = await createNodes[1](handed, {}, { workspaceRoot, nxJsonConfiguration });
    const projects = Object.fromEntries(results.flatMap(([, { projects }]) => Object.entries(projects ?? {})));
    expect(Object.keys(projects)).toEqual(['apps/api']);
    expect(projects['apps/api']?.targets?.['docker-lint']).toMatchObject({
      options: { files: ['apps/api/Dockerfile', 'apps/api/compose.yaml'] },
      inputs: expect.arrayContaining(['{workspaceRoot}/compose.yaml']),
    });
  });

  test('an option that is wrong is said and counts as not given: the graph stands', async () => {
    let text = '';
    const write = jest.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      text += chunk;
      return true;
    });
    const projects = await infer(SHOP, { exclude: 'apps/web/**', targetName: 'docker-build' } as never);
    write.mockRestore();
    expect(Object.keys(projects).sort()).toEqual(['apps/api', 'apps/web']);
    expect(Object.keys(projects['apps/api']?.targets ?? {})).toEqual(
      expect.arrayContaining(['docker-lint', 'docker-build']),
    );
    expect(text).toMatch(/^@dockwarden\/nx in nx\.json: exclude is "apps\/web\/\*\*"; .*\n.*targetName.*\n$/);
  });

  test('what dockwarden.yaml excludes has no target', async () => {
    const config = 'dockwarden: config/v1\nexclude: [apps/web, "**/compose.yaml"]\n';
    const projects = await infer({ ...SHOP, 'dockwarden.yaml': config });
    expect(Object.keys(projects)).toEqual(['apps/api']);
    expect(projects['apps/api']?.targets?.['docker-lint']?.options.files).toEqual(['apps/api/Dockerfile']);
  });

  test('a folder that is called like a token of Nx stands in no option as one', async () => {
    const files = { 'apps/p/project.json': '{}', 'apps/p/{workspaceRoot}/Dockerfile': 'FROM scratch\n' };
    const { 'apps/p': node } = await infer(files);
    const target = node?.targets?.['docker-lint'];
    expect(JSON.stringify(target?.options)).not.toContain('{workspaceRoot}');
    const task = { id: 'p:docker-lint', project: 'p', root: 'apps/p', cached: true, marked: true };
    expect(lintTask(task, target?.options).options.files).toEqual(['apps/p/{workspaceRoot}/Dockerfile']);
  });

  test('a Compose file that the plugin leaves out still says where others are built from', async () => {
    const { 'apps/api': api } = await infer(SHOP, { exclude: ['compose.yaml'] });
    expect(api?.targets?.['docker-lint']?.inputs).toContain('{workspaceRoot}/compose.yaml');
  });

  test('a folder called Dockerfile has the target, whose task says what is wrong', async () => {
    const workspaceRoot = temporaryWorkspace({ 'apps/api/project.json': '{}', 'apps/api/Dockerfile/notes.txt': '' });
    const context = { workspaceRoot, nxJsonConfiguration: {} };
    const results = await createNodes[1](['apps/api/project.json'], undefined, context);
    const [[, { projects = {} }] = ['', {}]] = results;
    expect(projects['apps/api']?.targets?.['docker-lint']?.options.files).toEqual(['apps/api/Dockerfile']);
  });

  test('files that vanish or cannot be read break nothing', async () => {
    const workspaceRoot = temporaryWorkspace({ 'project.json': '{}' });
    const context = { workspaceRoot, nxJsonConfiguration: {} };
    expect(await createNodes[1](['gone/Dockerfile', 'compose.yaml'], undefined, context)).toEqual([]);
  });
});
