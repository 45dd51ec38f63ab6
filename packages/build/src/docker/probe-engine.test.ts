import { NO_DAEMON } from '../test-support/engine-answers.ts';
import { type Answer, fakeProgram } from '../test-support/fake-program.ts';
import { isDiagnostic, probeEngine } from './probe-engine.ts';

const INSPECT = `Name:          default
Driver:        docker
Last Activity: 2026-11-21 10:58:38 +0000 UTC

Nodes:
Name:             default
Endpoint:         default
Status:           running
BuildKit version: v0.25.1
Platforms:        linux/amd64*, linux/amd64/v2, linux/arm64
Labels:
 org.mobyproject.buildkit.worker.executor:             containerd
`;

const versions = (Version: string) =>
  JSON.stringify({ Client: { Version: '28.5.2' }, Server: { Version, Os: 'linux', Arch: 'amd64' } });

const ANSWERS: Record<string, Answer> = {
  'docker version': { stdout: versions('28.5.2+dfsg4') },
  'docker buildx version': { stdout: 'github.com/docker/buildx 0.29.1+ds1 0.29.1+ds1-4\n' },
  'docker buildx inspect': { stdout: INSPECT },
  'docker info': { stdout: '[["driver-type","io.containerd.snapshotter.v1"]]\n' },
};

function probe(changed: Record<string, Answer> = {}, builder?: string) {
  const answers = { ...ANSWERS, ...changed };
  const { run } = fakeProgram((line) => answers[Object.keys(answers).find((start) => line.startsWith(start))!]);
  return probeEngine(run, { builder });
}

test('all that a build asks of engine and builder', async () => {
  expect(await probe()).toEqual({
    client: '28.5.2',
    server: '28.5.2+dfsg4',
    buildx: '0.29.1+ds1',
    builder: 'default',
    driver: 'docker',
    buildkit: 'v0.25.1',
    store: 'containerd',
    platform: 'linux/amd64',
    platforms: ['linux/amd64', 'linux/amd64/v2', 'linux/arm64'],
  });
  expect(await probe({ 'docker info': { stdout: '[["Backing Filesystem","extfs"]]' } })).toMatchObject({
    store: 'graph',
  });
});

test.each([
  ['no program', { 'docker version': { code: -1, failure: 'missing' } }, 'engine/no-docker', /not there/],
  [
    'no engine',
    { 'docker version': { ...NO_DAEMON, stdout: '{"Client":{},"Server":null}' } },
    'engine/unreachable',
    /unix:\/\/\/x\.sock/,
  ],
  ['a silent engine', { 'docker version': { code: -1, failure: 'timeout' } }, 'engine/silent', /does not answer/],
  [
    'no permission',
    {
      'docker version': {
        code: 1,
        stderr:
          'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://…": dial unix',
      },
    },
    'engine/denied',
    /docker\.sock may not be used/,
  ],
  [
    'no buildx',
    { 'docker buildx version': { code: 1, stderr: "docker: 'buildx' is not a docker command." } },
    'engine/no-buildx',
    /no buildx/,
  ],
  [
    'an old buildx',
    { 'docker buildx version': { stdout: 'github.com/docker/buildx v0.12.1 30feaa1a' } },
    'engine/too-old',
    /0\.12\.1 is too old: 0\.19/,
  ],
  [
    'an old engine',
    { 'docker version': { stdout: versions('20.10.5') } },
    'engine/too-old',
    /20\.10\.5 is too old: 23/,
  ],
  [
    'no such builder',
    { 'docker buildx inspect': { code: 1, stderr: 'ERROR: no builder "b" found' } },
    'engine/no-builder',
    /no builder "b"/,
  ],
] as [string, Record<string, Answer>, string, RegExp][])('%s', async (_, changed, code, message) => {
  const fault = await probe(changed);
  expect(isDiagnostic(fault) && fault).toMatchObject({ code, exit: 3, message: expect.stringMatching(message) });
});
