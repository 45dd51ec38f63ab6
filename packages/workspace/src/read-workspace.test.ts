import type { ProjectModel, WorkspaceModel } from '@dockwarden-internal/facts';
import { nodeFileSystem } from './file-system.ts';
import { openWorkspace } from './find-workspace.ts';
import { removeTemporaryFolders, temporaryFolder } from './testing/temporary-folder.ts';

afterAll(removeTemporaryFolders);

async function read(files: Readonly<Record<string, string | object>>) {
  const texts = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? content : JSON.stringify(content),
  ]);
  return openWorkspace(temporaryFolder(Object.fromEntries(texts)));
}

const names = (model: WorkspaceModel) => model.projects.map((project) => `${project.root} ${project.name}`);
const project = (model: WorkspaceModel, name: string): ProjectModel => model.projects.find((one) => one.name === name)!;

describe('plain workspaces', () => {
  test('npm: the globs of package.json and the root', async () => {
    const { model } = await read({
      'package.json': { name: 'shop', workspaces: ['apps/*', './libs/**', '!libs/old'] },
      'package-lock.json': '{}',
      'apps/api/package.json': { name: '@shop/api', dependencies: { '@shop/ui': '*', express: '^5' } },
      'apps/web/package.json': { dependencies: { '@shop/ui': '1.x' } },
      'apps/api/fixtures/package.json': { name: 'fixture' },
      'libs/ui/package.json': { name: '@shop/ui', version: '1.2.0' },
      'libs/deep/er/package.json': { name: '@shop/deep' },
      'libs/old/package.json': { name: '@shop/old' },
      'tools/package.json': { name: 'tools' },
    });
    expect(model).toMatchObject({ tool: 'workspaces', manager: 'npm' });
    expect(names(model)).toEqual([
      '. shop',
      'apps/api @shop/api',
      'apps/web web',
      'libs/deep/er @shop/deep',
      'libs/ui @shop/ui',
    ]);
    expect(project(model, '@shop/api')).toMatchObject({
      manager: 'npm',
      stack: 'node',
      manifests: ['apps/api/package.json'],
      lockfiles: ['package-lock.json'],
      dependencies: ['@shop/ui'],
      closure: ['@shop/ui'],
    });
  });

  test('pnpm: pnpm-workspace.yaml, with flow lists, anchors and comments as YAML has them', async () => {
    const { model } = await read({
      'package.json': {
        name: 'root',
        packageManager: 'pnpm@10.34.9+sha512.abc',
        devDependencies: { b: 'workspace:*' },
      },
      'pnpm-workspace.yaml': 'catalog: {}\npackages: ["packages/*", # all\n  "!**/test/**"]\n',
      'pnpm-lock.yaml': '',
      'packages/a/package.json': {
        name: 'a',
        dependencies: { b: 'workspace:^', c: '^1.0.0', d: 'npm:b@*', e: 'workspace:c@*' },
      },
      'packages/b/package.json': { name: 'b', dependencies: { f: 'link:../c' } },
      'packages/c/package.json': { name: 'c', version: '2.0.0' },
    });
    expect(model).toMatchObject({ tool: 'workspaces', manager: 'pnpm' });
    expect(project(model, 'a')).toMatchObject({ manager: 'pnpm', dependencies: ['b', 'c'], closure: ['b', 'c'] });
    expect(project(model, 'b')).toMatchObject({ dependencies: ['c'], lockfiles: ['pnpm-lock.yaml'] });
    expect(project(model, 'root')).toMatchObject({
      managerVersion: '10.34.9',
      dependencies: ['b'],
      closure: ['b', 'c'],
    });
  });

  test.each([
    ['yarn', { 'package.json': { workspaces: { packages: ['p/*'] } }, 'yarn.lock': '' }],
    ['bun', { 'package.json': { workspaces: ['p/*'] }, 'bun.lock': '{}' }],
    ['bun', { 'package.json': { workspaces: ['p/*'], packageManager: 'bun@1.3.0' }, 'package-lock.json': '{}' }],
    [
      'pnpm',
      { 'package.json': { workspaces: ['p/*'], devEngines: { packageManager: { name: 'pnpm' } } }, 'yarn.lock': '' },
    ],
    [undefined, { 'package.json': { workspaces: ['p/*'] } }],
  ])('the manager %s is known by its traces', async (manager, files) => {
    const { model } = await read({ ...files, 'p/a/package.json': { name: 'a' } });
    expect(model.manager).toBe(manager);
    expect(project(model, 'a').manager).toBe(manager);
  });

  test('Turborepo is its package manager, by another name', async () => {
    const { model } = await read({
      'turbo.json': {},
      'package.json': { name: 'r', workspaces: ['p/*'] },
      'p/a/package.json': { name: 'a' },
      'p/a/turbo.json': { extends: ['//'] },
    });
    expect(model.tool).toBe('turborepo');
    expect(names(model)).toEqual(['. r', 'p/a a']);
  });

  test('tags of a package are those of its turbo.json, comments or not; one with an error is named, and the rest goes on', async () => {
    const files = {
      'turbo.jsonc': '{ "tasks": {} } // ours',
      'package.json': { name: 'r', workspaces: ['p/*'] },
      'p/a/package.json': { name: 'a', dependencies: { b: 'workspace:*', c: 'file:../c' } },
      'p/a/turbo.json': '{\n  // who looks after it\n  "extends": ["//"],\n  "tags": ["team:shop", "type:app",],\n}\n',
      'p/b/package.json': { name: 'b', version: '1.0.0' },
      'p/b/turbo.jsonc': '{ "extends": ["//"],\n  "tags": ["lib"] "tasks": {} }',
      'p/c/package.json': { name: 'c' },
    };
    const { model, diagnostics } = await read(files);
    expect(model.tool).toBe('turborepo');
    expect(project(model, 'a')).toMatchObject({ tags: ['team:shop', 'type:app'], dependencies: ['b', 'c'] });
    expect(project(model, 'b').tags).toEqual(['lib']);
    expect(project(model, 'c').tags).toEqual([]);
    expect(diagnostics).toMatchObject([
      { code: 'workspace/json', path: 'p/b/turbo.jsonc', place: { span: { start: 39 } }, exit: 2 },
    ]);
    expect((await read({ ...files, 'turbo.jsonc': '{ nothing' })).diagnostics[0]).toMatchObject({
      path: 'turbo.jsonc',
    });
  });

  test('a package.json that is none is named, and its folder is a package all the same', async () => {
    const { model, diagnostics } = await read({
      'package.json': { name: 'r', workspaces: ['p/*'] },
      'p/a/package.json': 'name: a',
      'p/b/package.json': '',
    });
    expect(names(model)).toEqual(['. r', 'p/a a', 'p/b b']);
    expect(diagnostics.map(({ path }) => path)).toEqual(['p/a/package.json', 'p/b/package.json']);
  });

  test('a single folder is one project, whatever it holds', async () => {
    const { model, fs } = await read({
      'main.go': 'package main\n',
      'go.mod': 'module x\n\ngo 1.25.3\n',
      'go.sum': '',
    });
    expect(model.tool).toBe('folder');
    expect(model.manager).toBeUndefined();
    expect(model.projects).toEqual([
      {
        name: fs.root.split('/').pop(),
        root: '.',
        tags: [],
        stack: 'go',
        manifests: ['go.mod'],
        lockfiles: ['go.sum'],
        dependencies: [],
        closure: [],
        engines: [{ runtime: 'go', range: '1.25.3', file: 'go.mod', span: { start: 13, end: 19 } }],
      },
    ]);
  });

  test('packages of one name are told apart by their folders', async () => {
    const { model } = await read({
      'package.json': { name: 'r', workspaces: ['p/*'] },
      'p/a/package.json': { name: 'x' },
      'p/b/package.json': { name: 'x' },
    });
    expect(names(model)).toEqual(['. r', 'p/a x', 'p/b p/b']);
  });
});

describe('Nx', () => {
  test('project.json, packages of the workspace, and the root only with an nx key', async () => {
    const files = {
      'nx.json': '// settings\n{}',
      'package.json': { name: 'root', workspaces: ['libs/*'] },
      'apps/Api/project.json': { tags: ['type:app'] },
      'apps/web/project.json': '{ "name": "web", // the shop\n "tags": ["scope:web",], }',
      'apps/web/package.json': { name: '@acme/web', private: true, keywords: ['shop'], nx: { tags: ['x'] } },
      'libs/ui/package.json': { name: '@acme/ui', nx: { name: 'ui' } },
      'other/package.json': { name: 'other' },
      'examples/x/project.json': { name: 'example' },
      '.nxignore': 'examples\n',
    };
    const { model } = await read(files);
    expect(model.tool).toBe('nx');
    expect(names(model)).toEqual(['apps/Api api', 'apps/web web', 'libs/ui ui']);
    expect(project(model, 'api').tags).toEqual(['type:app']);
    expect(project(model, 'web').tags).toEqual(['npm:private', 'npm:shop', 'x', 'scope:web']);
    const withRoot = await read({ ...files, 'package.json': { name: 'root', nx: {} } });
    expect(names(withRoot.model)).toEqual(['. root', 'apps/Api api', 'apps/web web']);
  });

  test('every package.json where nx.json loads the plugin for it', async () => {
    const { model } = await read({
      'nx.json': { plugins: ['x', { plugin: 'nx/plugins/package-json' }] },
      'package.json': { name: 'root' },
      'a/b/package.json': { name: 'b' },
    });
    expect(names(model)).toEqual(['. root', 'a/b b']);
  });

  test('dependencies: names, implicit ones with patterns and exceptions, and targets of others', async () => {
    const { model } = await read({
      'nx.json': {},
      'package.json': {},
      'a/project.json': {
        name: 'a',
        implicitDependencies: ['tag:db', 'lib-*', '!lib-old', 'nothing'],
        targets: {
          build: {
            dependsOn: [
              '^build',
              'codegen:run',
              { target: 'x', projects: ['tool'] },
              { target: 'y', projects: 'self' },
            ],
          },
        },
      },
      'codegen/project.json': { name: 'codegen' },
      'tool/project.json': { name: 'tool', implicitDependencies: ['a'] },
      'postgres/project.json': { name: 'postgres', tags: ['db'] },
      'lib-one/project.json': { name: 'lib-one' },
      'lib-old/project.json': { name: 'lib-old' },
      'p/project.json': { name: 'p', implicitDependencies: ['!lib-one'] },
      'p/package.json': { name: '@acme/p', dependencies: { '@acme/one': '*', '@acme/q': '*' } },
      'lib-one/package.json': { name: '@acme/one' },
      'q/project.json': {},
      'q/package.json': { name: '@acme/q' },
    });
    expect(project(model, 'a').dependencies).toEqual(['codegen', 'lib-one', 'postgres', 'tool']);
    expect(project(model, 'a').closure).toEqual(['codegen', 'lib-one', 'postgres', 'tool']);
    expect(project(model, 'tool').closure).toEqual(['a', 'codegen', 'lib-one', 'postgres']);
    expect(project(model, 'p').dependencies).toEqual(['@acme/q']);
  });

  test('a project without files of its own is built from those of the root', async () => {
    const { model } = await read({
      'nx.json': {},
      'package.json': { name: 'r', dependencies: { '@nestjs/core': '^11', next: '^16' } },
      'package-lock.json': '{}',
      'apps/api/project.json': { targets: { build: { executor: '@nx/webpack:webpack' } } },
      'apps/api/src/main.ts': "import { NestFactory } from '@nestjs/core';\n",
      'apps/web/project.json': { targets: { build: { executor: '@nx/next:build' } } },
      'apps/job/project.json': { targets: { build: { executor: '@nx/esbuild:esbuild' } } },
      'apps/docs/project.json': {},
    });
    expect(model.projects.map(({ name, stack }) => `${name} ${stack}`)).toEqual([
      'api nestjs',
      'docs undefined',
      'job node',
      'web nextjs',
    ]);
    expect(project(model, 'api')).toMatchObject({
      manager: 'npm',
      manifests: ['package.json'],
      lockfiles: ['package-lock.json'],
    });
  });
});

test.each([
  ['nextjs', { 'package.json': { dependencies: { next: '16' } } }],
  ['nestjs', { 'package.json': {}, 'nest-cli.json': '{}' }],
  ['vite', { 'package.json': { devDependencies: { vite: '8' } }, 'index.html': '' }],
  ['node', { 'package.json': { devDependencies: { vite: '8' } } }],
  ['node', { 'package.json': { dependencies: { express: '5' } }, 'pyproject.toml': '' }],
  ['python', { 'package.json': { devDependencies: { prettier: '3' } }, 'pyproject.toml': '' }],
  ['python', { 'requirements-dev.txt': '' }],
  ['java', { 'build.gradle.kts': '' }],
  ['rust', { 'Cargo.toml': '' }],
  ['dotnet', { 'Api.csproj': '' }],
  ['static', { 'index.html': '' }],
  [undefined, { 'readme.md': '' }],
])('the stack %s is told by %j', async (stack, files) => {
  const { model } = await read(files as Record<string, string | object>);
  expect(model.projects[0]!.stack).toBe(stack);
});

describe('bad input', () => {
  test('broken files are said and read as far as they go', async () => {
    const { model, diagnostics } = await read({
      'package.json': '{ "name": "r", "workspaces": ["p/*"',
      'p/a/package.json': '{ "name": "a", "dependencies": { "b": } }',
      'p/b/package.json': '[]',
      'p/c/package.json': '',
      'p/d/package.json': '{"name": 7, "dependencies": [], "workspaces": {"packages": 1}}',
      'p/e/package.json': '['.repeat(100_000),
    });
    expect(names(model)).toEqual(['. r', 'p/a a', 'p/b b', 'p/c c', 'p/d d', 'p/e e']);
    expect(diagnostics.map(({ code, path, exit }) => `${exit} ${code} ${path}`)).toEqual([
      '2 workspace/json package.json',
      '2 workspace/json p/a/package.json',
      '2 workspace/json p/c/package.json',
      '2 workspace/json p/e/package.json',
    ]);
  });

  test('what cannot be read at all is said of every kind of file, with the reason', async () => {
    const deep = `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`;
    const { diagnostics } = await read({ 'nx.json': {}, 'a/project.json': deep, 'b/project.json': '' });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'a/project.json is nested too deep to be read; what it says of the project is missing.',
      'b/project.json is no valid JSON; what it says of the project may be missing.',
    ]);
  });

  test('a broken pnpm-workspace.yaml, evil globs and prototype names do no harm', async () => {
    const { model } = await read({
      'package.json': {
        name: '__proto__',
        workspaces: ['{a,b}'.repeat(40), '!'.repeat(50), '[', '**/'.repeat(200), 'p/*', `p/${'*a'.repeat(300)}`],
      },
      'pnpm-workspace.yaml': 'packages: [*x, {a: b}, &y p/*\n',
      'nx.json.bak': '',
      'p/a/package.json': '{"name":"constructor","dependencies":{"__proto__":"*","toString":"*"},"__proto__":{"x":1}}',
    });
    expect(names(model)).toEqual(['. __proto__', 'p/a constructor']);
    expect(project(model, 'constructor').dependencies).toEqual(['__proto__']);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test('links out of the root are not followed', async () => {
    const outside = temporaryFolder({ 'package.json': '{"name":"evil"}' });
    const { model } = await read({
      'package.json': { name: 'r', workspaces: ['p/*'] },
      'p/a': `-> ${outside}`,
      'p/b/package.json': `-> ${outside}/package.json`,
    });
    expect(names(model)).toEqual(['. r']);
  });
});

test('a root is read through its own file system', async () => {
  const root = temporaryFolder({ 'package.json': '{"name":"x"}' });
  const { model, fs } = await openWorkspace(root);
  expect(model.root).toBe(nodeFileSystem(root).root);
  expect(fs.root).toBe(root);
});
