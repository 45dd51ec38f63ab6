import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { migrateNx } from './migrate-nx.ts';

afterEach(removeTemporaryFolders);

const container = (cwd: string, more = {}) =>
  migrateNx({ cwd, from: '@nx-tools/nx-container', force: false, dryRun: false, ...more });
const docker = (cwd: string, more = {}) => migrateNx({ cwd, from: '@nx/docker', force: false, dryRun: false, ...more });
const text = (cwd: string, path: string) => readFileSync(join(cwd, path), 'utf8');
const json = (cwd: string, path: string) => JSON.parse(text(cwd, path));

const API = `{
  "name": "api",
  "targets": {
    // made first
    "build": { "executor": "nx:noop" },
    "container": {
      "executor": "@nx-tools/nx-container:build",
      "options": { "tags": ["acme/api:1"], "network": "host" },
      "configurations": { "ci": { "push": true, "tags": ["acme/api:2"] } }
    },
    "deploy": { "dependsOn": ["container", "web:container"] }
  }
}
`;

function containers(more: Record<string, string> = {}): string {
  return temporaryFolder({
    'nx.json': `{
  // plugins
  "plugins": ["@nx/js", { "plugin": "@nx-tools/nx-container", "options": { "defaultRegistry": "ghcr.io" } }],
  "targetDefaults": { "container": { "options": { "sbom": true } }, "e2e": { "dependsOn": ["^container"] } }
}
`,
    'package.json': '{"name":"ws","workspaces":["apps/*"],"devDependencies":{"@nx-tools/nx-container":"7.3.0"}}',
    'apps/api/project.json': API,
    'apps/api/Dockerfile': 'FROM scratch\n',
    'apps/web/package.json': '{"name":"@acme/web"}',
    'apps/web/Dockerfile': 'FROM scratch\n',
    '.github/workflows/ci.yml':
      'steps:\n  # nx run api:container\n  - run: nx run api:container\n  - run: nx run api:containers\n',
    ...more,
  });
}

describe('nx-container', () => {
  test('targets, defaults, dependencies and the plugin; comments and order are kept', async () => {
    const cwd = containers();
    const outcome = await container(cwd);
    expect(outcome).toMatchObject({ exit: 0, written: true });
    expect(text(cwd, 'apps/api/project.json')).toBe(`{
  "name": "api",
  "targets": {
    // made first
    "build": { "executor": "nx:noop" },
    "docker-build": {
      "options": {
        "context": ".",
        "repository": "acme/api",
        "tags": ["1"],
        "sbom": true
      }
    },
    "deploy": { "dependsOn": ["docker-build", "web:docker-build"] },
    "docker-push": {
      "configurations": {
        "ci": {
          "repository": "ghcr.io/api",
          "tags": ["{branch}", "{tag}", "sha-{sha:7}"]
        }
      }
    }
  }
}
`);
    expect(json(cwd, 'apps/web/package.json').nx.targets['docker-build'].options).toEqual({
      context: '.',
      repository: 'ghcr.io/acme/web',
      tags: ['dev'],
      sbom: true,
    });
    expect(text(cwd, 'nx.json')).toContain('// plugins');
    expect(JSON.parse(text(cwd, 'nx.json').replace('// plugins', ''))).toEqual({
      plugins: ['@nx/js', { plugin: '@dockwarden/nx', options: { targetName: 'docker-lint' } }],
      targetDefaults: { e2e: { dependsOn: ['^docker-build'] } },
    });
    expect(outcome.left.map((each) => each.text)).toContainEqual(expect.stringMatching(/^container: network: /));
    expect(outcome.mentions).toEqual([
      { path: '.github/workflows/ci.yml', line: 3, text: '- run: nx run api:container' },
    ]);
    expect(outcome.next).toEqual([
      'npm install --save-dev @dockwarden/nx',
      'npm uninstall @nx-tools/nx-container',
      'npx nx run-many -t docker-build --dryRun',
    ]);
  });

  test('a second run finds nothing to change', async () => {
    const cwd = containers();
    await container(cwd);
    expect(await container(cwd)).toMatchObject({ exit: 0, written: false, changes: [] });
  });

  test('a target of ours that says something else is left, and nothing is written but by force', async () => {
    const half = API.replace('"deploy"', '"docker-build": { "options": { "tags": ["x"] } },\n    "deploy"');
    const cwd = containers({ 'apps/api/project.json': half });
    expect(await container(cwd)).toMatchObject({ exit: 1, written: false });
    expect(text(cwd, 'apps/api/project.json')).toBe(half);
    expect(await container(cwd, { force: true })).toMatchObject({ exit: 0, written: true });
    const { targets } = JSON.parse(text(cwd, 'apps/api/project.json').replace('// made first', ''));
    expect(targets).not.toHaveProperty('container');
    expect(targets['docker-build'].options.tags).toEqual(['1']);
  });

  test('the default configuration, and dependencies of the target itself', async () => {
    const target = {
      executor: '@nx-tools/nx-container:build',
      defaultConfiguration: 'local',
      dependsOn: [{ target: 'build', projects: 'self' }],
      configurations: { local: { tags: ['api:local'] }, ci: { push: true, tags: ['$REGISTRY/api:1'] } },
    };
    const deploy = {
      dependsOn: [
        { target: 'image', projects: 'self' },
        { target: 'image', projects: ['web'] },
      ],
    };
    const cwd = containers({
      'nx.json': '{}',
      'apps/api/project.json': JSON.stringify({ name: 'api', targets: { image: target, deploy } }),
    });
    const { left } = await container(cwd);
    expect(json(cwd, 'apps/api/project.json').targets).toEqual({
      'docker-build': {
        dependsOn: [{ target: 'build', projects: 'self' }],
        options: { context: '.' },
        defaultConfiguration: 'local',
        configurations: { local: { repository: 'api', tags: ['local'] } },
      },
      deploy: {
        dependsOn: [
          { target: 'docker-build', projects: 'self' },
          { target: 'docker-build', projects: ['web'] },
        ],
      },
      'docker-push': { configurations: { ci: { tags: ['1'] } } },
    });
    expect(left.map((each) => each.text)).toEqual([
      expect.stringContaining('the repository $REGISTRY/api is made of a variable'),
    ]);
  });

  test('options of a wrong type stay, and are told', async () => {
    const cwd = containers({
      'apps/api/project.json': API.replace('["acme/api:1"]', '1').replace('["acme/api:2"]', '2'),
    });
    const { left } = await container(cwd);
    expect(left.map((each) => each.text)).toContainEqual(
      'container: it stays as it is: `tags` is a list of texts, not 1',
    );
    expect(text(cwd, 'apps/api/project.json')).toContain('@nx-tools/nx-container:build');
  });

  test.each([
    ['nx.json', '{ "plugins": [', 2],
    ['nx.json', '[]', 2],
    ['apps/api/project.json', '{ "targets": ', 2],
  ])('%s that is %j is told, and nothing is written', async (path, broken, exit) => {
    const cwd = containers({ [path]: broken });
    const outcome = await container(cwd);
    expect(outcome).toMatchObject({ exit, written: false });
    expect(outcome.diagnostics[0]!.message).toContain(path);
    expect(text(cwd, path)).toBe(broken);
  });

  test('no workspace of Nx is told', async () => {
    expect(await container(temporaryFolder({ 'package.json': '{}' }))).toMatchObject({
      exit: 2,
      diagnostics: [{ code: 'migrate/no-nx' }],
    });
  });
});

describe('nx-docker', () => {
  const workspace = (more: Record<string, string> = {}) =>
    temporaryFolder({
      'nx.json': JSON.stringify({
        plugins: [
          {
            plugin: '@nx/docker',
            options: {
              buildTarget: {
                name: 'docker:build',
                args: ['--build-arg SHA={commitSha}', '--label team={projectName}'],
              },
              runTarget: { name: 'docker:run', args: ['--rm', '-p 3000:3000'] },
            },
          },
        ],
        release: { projects: ['api'], docker: { registryUrl: 'ghcr.io', repositoryName: 'acme/api' } },
      }),
      'apps/api/project.json': JSON.stringify({
        name: 'api',
        targets: { 'nx-release-publish': { executor: '@nx/docker:release-publish' } },
      }),
      'apps/api/Dockerfile': 'FROM scratch\n',
      ...more,
    });

  test('what the plugin infers becomes options of ours', async () => {
    const cwd = workspace();
    const outcome = await docker(cwd);
    expect(outcome).toMatchObject({ exit: 0, written: true });
    expect(json(cwd, 'apps/api/project.json').targets).toEqual({
      'docker-build': {
        options: {
          context: 'apps/api',
          repository: 'apps-api',
          tags: ['latest'],
          pass: { revision: 'SHA' },
          labels: { team: 'api' },
        },
      },
      'docker-push': { options: { repository: 'ghcr.io/acme/api', tags: ['{date:YYMM.DD}.{sha:7}'] } },
      'docker-run': { options: { port: ['3000:3000'] } },
    });
    expect(json(cwd, 'nx.json')).toEqual({
      plugins: [{ plugin: '@dockwarden/nx', options: { targetName: 'docker-lint' } }],
      release: { projects: ['api'] },
    });
    expect(outcome.left.map((each) => each.text).join('\n')).toContain('nx release tags and pushes no images any more');
    expect(await docker(cwd)).toMatchObject({ exit: 0, changes: [] });
  });

  test('a group of releases by tag, and a project that package.json declares', async () => {
    const cwd = temporaryFolder({
      'nx.json': JSON.stringify({
        plugins: ['@nx/docker'],
        release: {
          groups: {
            apps: {
              projects: ['tag:docker'],
              docker: { registryUrl: 'ghcr.io', versionSchemes: { prod: '{currentDate|YYYY.MM.DD}.{shortCommitSha}' } },
            },
          },
        },
      }),
      'package.json': '{"name":"ws","workspaces":["apps/*"]}',
      'apps/api/package.json': JSON.stringify({
        name: '@acme/api',
        nx: { tags: ['docker'], release: { docker: { repositoryName: 'acme/api' } } },
      }),
      'apps/api/Dockerfile': 'FROM scratch\n',
    });
    expect(await docker(cwd)).toMatchObject({ exit: 0, written: true });
    expect(json(cwd, 'apps/api/package.json').nx).toEqual({
      tags: ['docker'],
      release: {},
      targets: {
        'docker-build': { options: { context: 'apps/api', repository: 'apps-api', tags: ['latest'] } },
        'docker-push': { options: { repository: 'ghcr.io/acme/api', tags: ['{date:YYYY.MM.DD}.{sha:7}'] } },
      },
    });
    expect(json(cwd, 'nx.json').release).toEqual({ groups: { apps: { projects: ['tag:docker'] } } });
  });

  test('what the project says goes before the plugin', async () => {
    const cwd = workspace({
      'apps/api/project.json': JSON.stringify({
        name: 'api',
        targets: {
          'docker:build': { options: { args: ['-t acme/api:dev', '--network host'], cwd: '.' } },
          'docker:run': { dependsOn: ['x'] },
        },
      }),
    });
    const { left } = await docker(cwd);
    const { targets } = json(cwd, 'apps/api/project.json');
    expect(Object.keys(targets)).toEqual(['docker-build', 'docker-push', 'docker-run']);
    expect(targets['docker-build'].options).toEqual({
      dockerfile: 'Dockerfile',
      context: '.',
      repository: 'acme/api',
      tags: ['dev'],
    });
    expect(left.map((each) => each.text)).toContainEqual(expect.stringContaining('docker:build: --network'));
  });

  test('a command is changed where it is a plain docker build, else shown with what is near to it', async () => {
    const cwd = temporaryFolder({
      'nx.json': '{}',
      'apps/a/project.json': JSON.stringify({
        name: 'a',
        targets: {
          image: {
            executor: 'nx:run-commands',
            options: { command: 'docker build -f {projectRoot}/Dockerfile -t acme/a:1 .' },
          },
          ship: { command: 'echo', dependsOn: ['image'] },
        },
      }),
      'apps/b/project.json': JSON.stringify({
        name: 'b',
        targets: { image: { command: 'docker build --network host -t acme/b:1 apps/b' } },
      }),
      'apps/c/project.json': JSON.stringify({
        name: 'c',
        targets: { image: { command: 'docker build . && docker push c' } },
      }),
    });
    const outcome = await docker(cwd);
    expect(json(cwd, 'apps/a/project.json').targets).toEqual({
      'docker-build': { options: { context: '.', repository: 'acme/a', tags: ['1'] } },
      ship: { command: 'echo', dependsOn: ['docker-build'] },
    });
    expect(outcome.left).toEqual([
      {
        path: 'apps/b/project.json',
        text: 'image: it stays as it is: --network: the network of a build is for the builder to give. Near to it: {"context":"apps/b","repository":"acme/b","tags":["1"]}',
      },
      { path: 'apps/c/project.json', text: 'image: it stays as it is: it is more than one command of a shell' },
    ]);
    expect(json(cwd, 'nx.json')).toEqual({
      plugins: [{ plugin: '@dockwarden/nx', options: { targetName: 'docker-lint' } }],
    });
  });

  test('where nothing is built so, it says so', async () => {
    const cwd = temporaryFolder({ 'nx.json': '{}', 'apps/a/project.json': '{"name":"a"}' });
    expect(await docker(cwd)).toMatchObject({
      exit: 0,
      changes: [],
      notes: ['no project is built by @nx/docker or by a command'],
    });
  });
});

test('targets may be called anything', async () => {
  const folder = temporaryFolder({
    'nx.json': '{"plugins":["@nx-tools/nx-container"]}',
    'package.json': '{"name":"ws"}',
    'apps/api/project.json': JSON.stringify({
      name: 'api',
      targets: { 'c++(image': { executor: '@nx-tools/nx-container:build', options: {} } },
    }),
    'apps/api/Dockerfile': 'FROM scratch\n',
    Makefile: 'all:\n\tnx run-many -t c++(image\n\tnx run-many -t c\n',
  });
  expect((await container(folder, { dryRun: true })).mentions).toEqual([
    { path: 'Makefile', line: 2, text: 'nx run-many -t c++(image' },
  ]);
});
