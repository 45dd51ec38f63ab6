import { type ImageMetadata, metadataPath, type RunAttached, writeMetadata } from '@dockwarden-internal/build';
import { digest, inspectLine } from '@dockwarden-internal/build/test-support/engine-answers';
import { type Answer, fakeProgram } from '@dockwarden-internal/build/test-support/fake-program';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { afterAll, expect, test } from '@jest/globals';
import { composeDown, composeUp } from './compose-project.ts';
import { RUN_IMAGE, RUN_WORKSPACE } from './containers.ts';
import { imageLogs } from './image-logs.ts';
import { inspectImage } from './inspect-image.ts';
import { runImage } from './run-image.ts';
import { shellImage } from './shell-image.ts';

afterAll(removeTemporaryFolders);

const KEY = 'a'.repeat(64);
const ID = 'f'.repeat(64);
const REFERENCE = `dockwarden.local/api:in-${KEY}`;

const metadata: ImageMetadata = {
  version: 1,
  image: 'api',
  key: KEY,
  content: 'c',
  from: 'built',
  digests: { manifest: digest('1') },
  tags: [],
  labels: {},
  platforms: [],
  bases: [],
  size: 1,
  layers: [],
  volatile: [],
};

const config = {
  User: '1000:1000',
  Env: ['API_TOKEN=abc', 'NODE_ENV=production'],
  ExposedPorts: { '3000/tcp': {} },
  Healthcheck: { Test: ['CMD', 'probe'] },
};

/** A workspace with an image that was built, an engine that has it, and what is started. */
function scene(containers: object[] = [], more: (line: string) => Answer = () => undefined, files = {}) {
  const root = temporaryFolder({
    'dockwarden.yaml': 'dockwarden: config/v1\nimages: { api: { dockerfile: Dockerfile, context: . } }\n',
    Dockerfile: 'FROM scratch\nCOPY Dockerfile /\n',
    ...files,
  });
  writeMetadata(metadataPath(root, 'api'), metadata);
  const said: string[] = [];
  const started: { line: string; env: unknown; terminal: boolean }[] = [];
  const asked = fakeProgram((line) => {
    if (line.startsWith('docker image inspect'))
      return { stdout: `${inspectLine({ tags: [REFERENCE], digest: digest('1'), config })}\n` };
    if (line.startsWith('docker image history')) return { stdout: '{"CreatedBy":"COPY . .","Size":"41"}\n' };
    if (line.startsWith('docker container ls'))
      return { stdout: containers.map((_, index) => `${'f'.repeat(63)}${index}\n`).join('') };
    if (line.startsWith('docker container inspect --format {{json .}}'))
      return { stdout: containers.map((one) => `${JSON.stringify(one)}\n`).join('') };
    return more(line);
  });
  const attach: RunAttached = async (program, args, { env, terminal }) => {
    started.push({ line: [program, ...args].join(' '), env, terminal });
    return { code: 7, interrupted: false };
  };
  const request = {
    cwd: root,
    image: 'api',
    which: 'last' as const,
    surroundings: { env: {}, now: new Date(), ci: false },
    seat: { isTerminal: true, onSignal: () => () => undefined, say: (line: string) => void said.push(line) },
  };
  return { root, request, programs: { run: asked.run, attach }, asked, started, said };
}

const container = (root: string, more = {}) => ({
  Id: ID,
  Name: '/api',
  Config: { Labels: { [RUN_IMAGE]: 'api', [RUN_WORKSPACE]: root } },
  State: { Status: 'running', StartedAt: '2026-01-31T08:00:00.1Z', Health: { Status: 'healthy' } },
  NetworkSettings: { Ports: { '3000/tcp': [{ HostIp: '127.0.0.1', HostPort: '3000' }] } },
  ...more,
});

test('run: the ports of the image on this machine alone, its name, and its exit code', async () => {
  const { root, request, programs, started } = scene();
  const values = { env: ['API_TOKEN=x'], readOnly: true };
  const outcome = await runImage({ ...request, values, words: ['node', '-v'] }, programs);
  expect(outcome).toMatchObject({ exitCode: 7, diagnostics: [] });
  expect(started).toEqual([
    {
      line: `docker run --rm --name api --label ${RUN_IMAGE}=api --label ${RUN_WORKSPACE}=${root} --publish 127.0.0.1:3000:3000/tcp --env API_TOKEN --read-only --tmpfs /tmp ${REFERENCE} node -v`,
      env: { API_TOKEN: 'x' },
      terminal: false,
    },
  ]);
});

test('run: a name that something else has is left to it', async () => {
  const { request, programs, started } = scene([], (line) =>
    line.startsWith('docker container inspect --format {{.Id}}') ? { stdout: 'x' } : undefined,
  );
  await runImage({ ...request, values: {}, words: [] }, programs);
  expect(started[0]!.line).toMatch(/--name api-[\da-f]{8} /);
});

test('run: one that runs already is said, and ended where that is asked for', async () => {
  const containers: object[] = [];
  const { root, request, programs, started, asked } = scene(containers, () => ({ code: 1 }));
  containers.push(container(root));
  const values = {};
  const refused = await runImage({ ...request, values, words: [] }, programs);
  expect(refused).toMatchObject({ exitCode: 1, diagnostics: [{ code: 'container/runs-already' }] });
  expect(started).toEqual([]);
  await runImage({ ...request, values: { replace: true }, words: [] }, programs);
  expect(asked.lines()).toContain(`docker container rm --force -- ${ID}`);
  expect(started).toHaveLength(1);
});

test.each([{ port: ['x'] }, { env: ['-x'] }, { name: '-x' }])(
  'run: %j is refused before anything starts',
  async (values) => {
    const { request, programs, started } = scene();
    expect(await runImage({ ...request, values, words: [] }, programs)).toMatchObject({ exitCode: 2 });
    expect(started).toEqual([]);
  },
);

test('an image that is not there is named with what was probably meant', async () => {
  const { request, programs } = scene();
  const outcome = await imageLogs({ ...request, image: 'apj', values: {} }, programs);
  expect(outcome).toMatchObject({ exitCode: 2, diagnostics: [{ code: 'image/unknown', hint: 'did you mean api?' }] });
});

test('shell: the best that the running container has', async () => {
  const containers: object[] = [];
  const { root, request, programs, started } = scene(containers, (line) =>
    line === `docker container exec ${ID} sh -c :` ? {} : { code: 127 },
  );
  containers.push(container(root));
  await shellImage({ ...request, values: { user: '0:0' }, words: [] }, programs);
  expect(started).toMatchObject([
    { line: `docker container exec --interactive --tty --user 0:0 ${ID} sh`, terminal: true },
  ]);
});

test('shell: a fresh container where none runs; without a shell, what to do', async () => {
  const { request, programs, started } = scene([], (line) => (line.includes('--entrypoint bash') ? {} : { code: 127 }));
  await shellImage({ ...request, values: {}, words: [] }, programs);
  expect(started[0]!.line).toBe(`docker run --rm --interactive --tty --entrypoint bash ${REFERENCE}`);
  const none = scene([], () => ({ code: 127 }));
  const outcome = await shellImage({ ...none.request, values: {}, words: [] }, none.programs);
  expect(outcome).toMatchObject({ exitCode: 1, diagnostics: [{ code: 'container/no-shell' }] });
  expect(outcome.diagnostics[0]!.hint).toContain('--toolbox busybox');
});

test('shell: a toolbox in the namespaces of a container, which goes with it where it was started for that', async () => {
  const { request, programs, started, asked } = scene([], (line) =>
    line.startsWith('docker run --detach') ? { stdout: `${ID}\n` } : {},
  );
  await shellImage({ ...request, values: { toolbox: 'busybox' }, words: ['ls'] }, programs);
  expect(started[0]!.line).toBe(
    `docker run --rm --interactive --tty --pid container:${ID} --network container:${ID} --cap-add SYS_PTRACE --user 0:0 busybox ls`,
  );
  expect(asked.lines().at(-1)).toBe(`docker container rm --force -- ${ID}`);
});

test('logs: of the container, as far back as asked', async () => {
  const containers: object[] = [];
  const { root, request, programs, started } = scene(containers);
  containers.push(container(root));
  await imageLogs({ ...request, values: { tail: 5, since: '10m', follow: false } }, programs);
  await imageLogs({ ...request, values: { timestamps: true } }, programs);
  expect(started.map(({ line }) => line)).toEqual([
    `docker container logs --tail 5 --since 10m -- ${ID}`,
    `docker container logs --follow --timestamps -- ${ID}`,
  ]);
  expect(await imageLogs({ ...request, values: { since: '--x' } }, programs)).toMatchObject({ exitCode: 2 });
});

test('logs: containers of Compose files count, those of other workspaces do not', async () => {
  const containers: object[] = [];
  const { root, request, programs, started } = scene(containers);
  const labels = (folder: string, service: string) => ({
    Config: {
      Labels: { 'com.docker.compose.service': service, 'com.docker.compose.project.working_dir': folder },
    },
  });
  containers.push(
    container('/elsewhere'),
    container(root, labels('/elsewhere', 'api')),
    container(root, labels(root, 'db')),
  );
  const none = await imageLogs({ ...request, values: {} }, programs);
  expect(none).toMatchObject({ exitCode: 3, diagnostics: [{ code: 'container/none' }] });
  containers.push(container(root, { ...labels(`${root}/apps/api`, 'api'), Id: 'e'.repeat(64) }));
  await imageLogs({ ...request, values: {} }, programs);
  expect(started[0]!.line).toContain('e'.repeat(64));
});

test('logs: a service of another name is known by the Dockerfile that it builds', async () => {
  const containers: object[] = [];
  const compose = 'services:\n  web: { build: ../.. }\n  worker: { image: x }\n';
  const { root, request, programs, started } = scene(containers, undefined, { 'deploy/shop/compose.yaml': compose });
  const of = (service: string, folder: string, id: string) =>
    container(root, {
      Id: id.repeat(64),
      Config: {
        Labels: { 'com.docker.compose.service': service, 'com.docker.compose.project.working_dir': `${root}${folder}` },
      },
    });
  containers.push(of('worker', '/deploy/shop', 'c'), of('web', '/deploy', 'd'));
  expect(await imageLogs({ ...request, values: {} }, programs)).toMatchObject({ exitCode: 3 });
  containers.push(of('web', '/deploy/shop', 'e'));
  await imageLogs({ ...request, values: {} }, programs);
  expect(started[0]!.line).toContain('e'.repeat(64));
});

test('inspect: nothing secret, and how the container is', async () => {
  const containers: object[] = [];
  const { root, request, programs } = scene(containers);
  containers.push(container(root));
  const { text } = await inspectImage({ ...request, values: { format: 'json' }, color: false }, programs);
  expect(JSON.parse(text!)).toMatchObject({
    user: '1000:1000',
    ports: ['3000/tcp'],
    environment: { API_TOKEN: '•••', NODE_ENV: 'production' },
    healthcheck: ['CMD', 'probe'],
    layers: [{ size: 41, createdBy: 'COPY . .' }],
    containers: [{ name: 'api', health: 'healthy', ports: ['127.0.0.1:3000->3000/tcp'] }],
  });
  const table = await inspectImage({ ...request, values: {}, color: false }, programs);
  expect(table.text).toContain('api running (healthy), since 2026-01-31T08:00:00Z, 127.0.0.1:3000->3000/tcp');
  expect(table.text).not.toContain('abc\n');
});

test('without an engine it is said, once', async () => {
  const { request } = scene();
  const { run } = fakeProgram(() => ({ code: 1, stderr: 'Cannot connect to the Docker daemon at unix:///x' }));
  const outcome = await inspectImage({ ...request, values: {}, color: false }, { run });
  expect(outcome).toMatchObject({ exitCode: 3, diagnostics: [{ code: 'engine/unreachable' }] });
  expect(outcome.diagnostics).toHaveLength(1);
});

const composed = { 'compose.yaml': 'services: {}\n', 'compose.prod.yaml': 'services: {}\n' };

test('up and down: the files of the project, of development or production', async () => {
  const { root, request, programs, started } = scene([], undefined, composed);
  const compose = { cwd: root, services: [], seat: request.seat };
  await composeUp({ ...compose, values: { wait: true, detach: true } }, programs);
  await composeUp({ ...compose, services: ['api'], values: { prod: true, tag: '1.2.3' } }, programs);
  await composeDown({ ...compose, values: { volumes: true } }, programs);
  const files = `docker compose --file ${root}/compose.yaml`;
  expect(started.map(({ line }) => line)).toEqual([
    `${files} up --wait --`,
    `${files} --file ${root}/compose.prod.yaml up -- api`,
    `${files} down --volumes --`,
  ]);
  expect(started[1]!.env).toEqual({ TAG: '1.2.3' });
});

test.each([
  [{ code: 0 }, 125, undefined],
  [{ code: 1, stderr: 'docker: unknown command: docker compose\n' }, 3, 'engine/no-compose'],
  [{ code: -1, failure: 'missing' as const }, 3, 'engine/no-docker'],
])('up: what it ends with, or why docker has no compose: %j', async (answer, exitCode, code) => {
  const { root, request, asked } = scene(
    [],
    (line) => (line === 'docker compose version' ? answer : undefined),
    composed,
  );
  const attach: RunAttached = async () => ({ code: 125, interrupted: false });
  const compose = { cwd: root, services: [], seat: request.seat, values: {} };
  const outcome = await composeUp(compose, { run: asked.run, attach });
  expect(outcome).toMatchObject({ exitCode, diagnostics: code === undefined ? [] : [{ code }] });
});

test('up: a project that is not there, and one without files', async () => {
  const { root, request, programs } = scene();
  const compose = { cwd: root, services: [], seat: request.seat, values: {} };
  expect(await composeUp({ ...compose, project: 'nope' }, programs)).toMatchObject({ exitCode: 2 });
  expect(await composeUp(compose, programs)).toMatchObject({
    exitCode: 2,
    diagnostics: [{ code: 'compose/no-files' }],
  });
  expect(await composeUp({ ...compose, values: { tag: '-x' } }, programs)).toMatchObject({ exitCode: 2 });
});
