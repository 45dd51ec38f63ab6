import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProgramResult } from '../model/program.ts';
import { bakeTarget, CONTAINERD } from '../test-support/bake-target.ts';
import { type Answer, type Call, fakeProgram } from '../test-support/fake-program.ts';
import { recorded } from '../test-support/recorded.ts';
import type { BakeEvent } from './bake-event.ts';
import { type BakeFile, bakeFile } from './bake-file.ts';
import type { BakeOutcome } from './bake-result.ts';
import type { BakeTarget } from './bake-target.ts';
import { runBake } from './run-bake.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bake-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Answers by the targets that are asked for; `bad` and the like are what the engine would have written. */
async function bake(
  targets: readonly BakeTarget[],
  answer: (asked: string, call: Call) => Answer | Promise<Answer>,
  signal?: AbortSignal,
) {
  const program = fakeProgram((_, call) =>
    call.args[1] === 'bake'
      ? answer(call.args.slice(call.args.indexOf('--') + 1).join(' '), call)
      : answer(call.args.join(' '), call),
  );
  const events: BakeEvent[] = [];
  const file = bakeFile(targets, { engine: CONTAINERD, folder }) as BakeFile;
  const mask = (text: string) => text.replaceAll('hunter2', '•••');
  const outcome = await runBake(program.run, file, {
    folder,
    allowRead: ['/staged'],
    mask,
    onEvent: (e) => events.push(e),
    signal,
  });
  return { outcome, events, ...program, left: readdirSync(folder) };
}

const statuses = ({ results }: BakeOutcome) => [...results].map(([name, { status }]) => `${name} ${status}`);
const failure = (stderr: string): Partial<ProgramResult> => ({ code: 1, stderr });
const done = (name: string) =>
  `${JSON.stringify({
    vertexes: [
      {
        digest: `sha256:${name}`,
        name: 'exporting to image',
        started: '2026-01-01T00:00:00Z',
        completed: '2026-01-01T00:00:02Z',
      },
    ],
  })}\n`;

const FOUR = [
  bakeTarget('finished'),
  bakeTarget('failing'),
  bakeTarget('slow'),
  bakeTarget('child', { parents: new Map([['parent:1', 'failing']]) }),
];

test('finished, failing, cancelled and child of the failing, as an engine told them', async () => {
  const { outcome, events, calls, left } = await bake(FOUR, (asked) =>
    asked === 'slow' ? { stderr: done('slow') } : failure(recorded('mixed.jsonl')),
  );
  expect(statuses(outcome)).toEqual(['finished built', 'failing failed', 'slow built', 'child skipped']);
  expect(outcome.passes).toBe(2);
  expect(calls.map(({ args }) => args.slice(args.indexOf('--') + 1))).toEqual([
    ['finished', 'failing', 'slow', 'child'],
    ['slow'],
  ]);
  expect(outcome.results.get('finished')).toMatchObject({
    digests: { index: expect.stringMatching(/^sha256:/), config: expect.anything() },
  });
  expect(outcome.results.get('failing')).toMatchObject({
    error: {
      code: 'build/step-failed',
      exit: 1,
      message: 'echo failing now; sleep 1; echo "token $TOK"; exit 7 ended with exit code 7.',
      dockerfileLine: 3,
      lastLines: ['failing now', 'token '],
    },
  });
  expect(outcome.results.get('child')).toMatchObject({ because: 'failing' });
  // What the engine recorded took seconds, these passes did not: no image takes longer than its passes.
  expect(outcome.results.get('slow')!.seconds).toBeLessThan(2);
  expect(events.filter(({ kind }) => kind === 'again')).toEqual([{ kind: 'again', images: ['slow'] }]);
  const failed = events.filter((event) => event.kind === 'step' && event.state === 'failed');
  expect(failed.map(({ kind, ...event }) => (event as { image: string }).image).sort()).toEqual(['child', 'failing']);
  const logged = events.flatMap((event) => (event.kind === 'log' ? [`${event.image}: ${event.line}`] : []));
  expect(logged.filter((line) => line.endsWith('failing now'))).toHaveLength(1);
  expect(logged).toContain('slow: slow 1');
  expect(left).toEqual([]);
});

test('two passes at most: what fails again has failed, and nothing of a neighbour is its error', async () => {
  const { outcome, calls } = await bake(FOUR, (asked) =>
    asked === 'slow' ? failure('ERROR: failed to solve: context canceled') : failure(recorded('mixed.jsonl')),
  );
  expect(calls).toHaveLength(2);
  expect(outcome.results.get('slow')).toMatchObject({ status: 'failed', error: { lastLines: [] } });
});

test('all built: digests of index, manifest and configuration; several manifests are an index', async () => {
  const { outcome, calls } = await bake([bakeTarget('finished'), bakeTarget('two')], () => ({
    stderr: recorded('good.jsonl'),
  }));
  expect(statuses(outcome)).toEqual(['finished built', 'two built']);
  expect(outcome.results.get('finished')).toMatchObject({
    digests: {
      index: 'sha256:df26cdf2b64f4fbcaeb8927078d6ac0ba9ec6de8cee9e5d250536531debb224e',
      manifest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      config: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    },
  });
  expect((outcome.results.get('two') as { digests: object }).digests).toEqual({
    index: 'sha256:3f25b6833709de261aebd69cae56fc4c9fc42e0668d9fa7e5704eef68381b4d2',
  });
  expect(calls).toHaveLength(1);
});

test('how docker is started: no environment of the shell decides, and the file is gone afterwards', async () => {
  let definition = '';
  const { calls } = await bake([bakeTarget('api', { secrets: [{ id: 'a', file: '/s' }] })], (_, { args }) => {
    definition = args[args.indexOf('--file') + 1]!;
    expect(JSON.parse(readFileSync(definition, 'utf8'))).toHaveProperty('target.api');
    return { stderr: done('api') };
  });
  expect(calls[0]!.args).toEqual(
    expect.arrayContaining(['buildx', 'bake', '--progress=rawjson', '--allow=fs.read=/staged', '--allow=fs.read=/s']),
  );
  const { env } = calls[0]!.options;
  expect(env).toMatchObject({ BUILDX_METADATA_PROVENANCE: 'disabled' });
  for (const name of ['SOURCE_DATE_EPOCH', 'DOCKER_DEFAULT_PLATFORM', 'BUILDX_GIT_LABELS', 'BUILDKIT_SYNTAX']) {
    expect(env).toHaveProperty(name, undefined);
  }
  expect(existsSync(definition)).toBe(false);
});

test('the metadata file fills in what a driver does not tell', async () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const { outcome } = await bake([bakeTarget('api')], (_, { args }) => {
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    const target = { 'containerimage.digest': digest, 'containerimage.descriptor': { mediaType } };
    writeFileSync(args[args.indexOf('--metadata-file') + 1]!, JSON.stringify({ api: target }));
    return {};
  });
  expect(outcome.results.get('api')).toMatchObject({ status: 'built', digests: { manifest: digest } });
});

test.each([
  [
    'no engine',
    'ERROR: Cannot connect to the Docker daemon at unix:///x.sock. Is the docker daemon running?',
    'engine/unreachable',
  ],
  ['no room', 'ERROR: target a: failed to solve: write /x: no space left on device', 'build/disk-full'],
  ['no builder', 'ERROR: no builder "b" found', 'engine/no-builder'],
  [
    'a builder that does not start',
    `${JSON.stringify({ vertexes: [{ digest: 'sha256:0', name: '[internal] booting buildkit', error: 'no init' }] })}\nERROR: no init`,
    'engine/builder-down',
  ],
])('%s stands in the way of all, once', async (_, stderr, code) => {
  const { outcome, calls } = await bake([bakeTarget('a'), bakeTarget('b')], () => failure(stderr));
  expect(outcome.diagnostics).toEqual([expect.objectContaining({ code, exit: 3 })]);
  expect(statuses(outcome)).toEqual(['a failed', 'b failed']);
  expect(calls).toHaveLength(1);
});

test('a fault that names no target is looked for image by image', async () => {
  const gone = 'ERROR: unable to prepare context: path "/staged/b" not found';
  const { outcome } = await bake([bakeTarget('a'), bakeTarget('b')], (asked) =>
    asked === 'a' ? { stderr: done('a') } : failure(gone),
  );
  expect(statuses(outcome)).toEqual(['a built', 'b failed']);
  expect(outcome.results.get('b')).toMatchObject({
    error: { message: 'unable to prepare context: path "/staged/b" not found' },
  });
});

test('a child that was cancelled waits for its parent, and is skipped where that fails again', async () => {
  const chain = [
    bakeTarget('bad'),
    bakeTarget('base'),
    bakeTarget('api', { parents: new Map([['base:1', 'base']]) }),
    bakeTarget('web', { parents: new Map([['api:1', 'api']]) }),
  ];
  const first = failure('ERROR: target bad: failed to solve: dockerfile parse error on line 2: unknown instruction: X');
  const order: string[] = [];
  const good = await bake(chain, (asked) => {
    order.push(asked);
    return asked.includes(' ') ? first : { stderr: done(asked) };
  });
  expect(statuses(good.outcome)).toEqual(['bad failed', 'base built', 'api built', 'web built']);
  expect(order).toEqual(['bad base api web', 'base', 'api', 'web']);
  const poor = await bake(chain, (asked) => (asked.includes(' ') ? first : failure('ERROR: failed to solve: boom')));
  expect(statuses(poor.outcome)).toEqual(['bad failed', 'base failed', 'api skipped', 'web skipped']);
  expect(poor.outcome.results.get('web')).toMatchObject({ because: 'api' });
  expect(poor.calls).toHaveLength(2);
});

test('a parent whose step only its child told is the one that failed', async () => {
  const step = (name: string, more: object) => JSON.stringify({ vertexes: [{ digest: 'sha256:s', name, ...more }] });
  const stderr = [
    step('[base 2/2] RUN x', { started: '2026-01-01T00:00:00Z' }),
    step('[api 2/2] RUN x', {
      started: '2026-01-01T00:00:00Z',
      error: 'process "x" did not complete successfully: exit code: 1',
    }),
    'ERROR: target api: failed to solve: process "x" did not complete successfully: exit code: 1',
  ].join('\n');
  const targets = [bakeTarget('base'), bakeTarget('api', { parents: new Map([['base:1', 'base']]) })];
  const { outcome } = await bake(targets, () => failure(stderr));
  expect(statuses(outcome)).toEqual(['base failed', 'api skipped']);
  expect(outcome.passes).toBe(1);
});

test('a cache that cannot be imported is no failure', async () => {
  const stderr = [
    JSON.stringify({
      vertexes: [{ digest: 'sha256:c', name: '[a] importing cache manifest from r/c', error: 'not found' }],
    }),
    'ERROR: target b: failed to solve: boom',
  ].join('\n');
  const { outcome } = await bake([bakeTarget('a'), bakeTarget('b')], (asked) =>
    asked === 'a' ? { stderr: done('a') } : failure(stderr),
  );
  expect(statuses(outcome)).toEqual(['a built', 'b failed']);
});

test('interrupted: what is built stays built, nothing is tried again', async () => {
  const controller = new AbortController();
  const { outcome, calls, left } = await bake(
    FOUR,
    () => {
      controller.abort();
      return { ...failure(recorded('mixed.jsonl')), code: -1, failure: 'interrupted' };
    },
    controller.signal,
  );
  expect(outcome.interrupted).toBe(true);
  expect(statuses(outcome)).toEqual(['finished built', 'failing interrupted', 'slow interrupted', 'child skipped']);
  expect([calls.length, left]).toEqual([1, []]);
});

test('too long, and no docker at all', async () => {
  const late = await bake([bakeTarget('a')], () => ({ code: -1, failure: 'timeout' }));
  expect(late.outcome.results.get('a')).toMatchObject({ error: { code: 'build/too-long' } });
  const none = await bake([bakeTarget('a')], () => ({ code: -1, failure: 'missing', stderr: 'spawn docker ENOENT' }));
  expect(none.outcome.diagnostics).toMatchObject([{ code: 'engine/no-docker', exit: 3 }]);
});

test('values of secrets are in no event and no error', async () => {
  const stderr = [
    JSON.stringify({
      vertexes: [{ digest: 'sha256:s', name: '[1/1] RUN login hunter2', error: 'process "login hunter2" failed' }],
    }),
    JSON.stringify({ logs: [{ vertex: 'sha256:s', data: Buffer.from('pass hunt').toString('base64') }] }),
    JSON.stringify({ logs: [{ vertex: 'sha256:s', data: Buffer.from('er2\n').toString('base64') }] }),
    'ERROR: failed to solve: process "login hunter2" failed',
  ].join('\n');
  const { outcome, events } = await bake([bakeTarget('a')], () => failure(stderr));
  const told = JSON.stringify([[...outcome.results], events]);
  expect(told).toContain('pass •••');
  expect(told).not.toContain('hunter2');
});

test('archives are loaded after the build and removed whatever became of it', async () => {
  const targets = [bakeTarget('a', { reproducible: true }), bakeTarget('b', { reproducible: true })];
  const { outcome, lines, left } = await bake(targets, (asked, { args }) => {
    if (args[1] === 'load') return failure(`write /var/x: no space left on device`);
    for (const name of ['a', 'b']) writeFileSync(join(folder, `${name}.oci.tar`), '');
    return asked === 'b'
      ? failure('ERROR: failed to solve: boom')
      : failure(`${done('a').replace('exporting', '[a] exporting')}ERROR: target b: failed to solve: boom`);
  });
  expect(lines().filter((line) => line.startsWith('docker image load'))).toEqual([
    `docker image load --quiet --input ${join(folder, 'a.oci.tar')}`,
  ]);
  expect(outcome.results.get('a')).toMatchObject({ status: 'failed', error: { code: 'build/disk-full', exit: 3 } });
  expect(left).toEqual([]);
});

test('lines that are no progress, and broken ones, do no harm', async () => {
  const odd = [
    '{',
    '{}',
    '[]',
    '{"vertexes":7,"logs":[null,{"vertex":3}],"statuses":"x"}',
    '{"vertexes":[{"digest":1}]}',
    '\0',
  ].join('\n');
  const { outcome } = await bake([bakeTarget('a')], () => ({ stderr: `${odd}\n${done('a')}` }));
  expect(statuses(outcome)).toEqual(['a built']);
});

test('an image that another run named in the same moment is built again, also alone', async () => {
  const outrun = 'ERROR: failed to build: failed to solve: image "acme/api:in-1": already exists\n';
  let count = 0;
  const { outcome } = await bake([bakeTarget('api')], () =>
    count++ === 0 ? failure(outrun) : { stderr: done('api') },
  );
  expect([statuses(outcome), outcome.passes, count]).toEqual([['api built'], 2, 2]);
});
