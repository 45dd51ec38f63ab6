import type { Hit, Miss, RunProgram, TargetResult } from '@dockwarden-internal/build';
import type { BuildOptions } from './build-options.ts';
import { type FinishRequest, finishImages } from './finish-images.ts';
import { imageFailed } from './image-failed.ts';
import type { PlannedImage } from './planned-image.ts';

/** An engine that holds nothing, and a registry that does not answer. */
const run: RunProgram = async () => ({ code: 1, stdout: '', stderr: 'no such image' });

const planned = (name: string, dockerfile = 'Dockerfile') =>
  ({
    image: { name, dockerfile, request: { repository: `registry.test/${name}` } },
    plan: { key: `key of ${name}` },
    tags: { references: [], afterBuild: [] },
    notes: [],
  }) as unknown as PlannedImage;

async function finished(
  { answers = {}, results = {} }: { answers?: Record<string, Hit | Miss>; results?: Record<string, TargetResult> },
  options: Partial<BuildOptions> = {},
) {
  const events: string[] = [];
  const request = {
    scene: { workspace: { fs: { root: '/nowhere' } } },
    planned: [...new Set([...Object.keys(answers), ...Object.keys(results)])].map((name) => planned(name)),
    answers: new Map(Object.entries(answers)),
    results: new Map(Object.entries(results)),
    platform: 'linux/amd64',
    reasons: new Map([['api', ['api/main.ts changed']]]),
  } as unknown as FinishRequest;
  const { outcomes } = await finishImages(run, request, {
    surroundings: { now: new Date(0), env: {} },
    onEvent: (event) => events.push(`${event.kind} ${'status' in event ? event.status : ''}`),
    ...options,
  } as BuildOptions);
  return { outcomes, events };
}

const digests = { manifests: [] } as unknown as Hit['digests'];
const hit = { found: true, where: 'registry', by: 'content', reference: 'x', digests, labels: new Map() } as Hit;

test('what was not tried is skipped, with its reason', async () => {
  const { outcomes, events } = await finished({
    results: {
      api: { status: 'skipped', because: 'base', seconds: 0 },
      base: { status: 'interrupted', seconds: 2 },
    },
  });
  expect(outcomes).toMatchObject([
    {
      image: 'api',
      status: 'skipped',
      failure: imageFailed('base, on which it is built, failed'),
      reasons: ['api/main.ts changed'],
    },
    { image: 'base', status: 'skipped', failure: imageFailed('the run was interrupted', 130), seconds: 2 },
  ]);
  expect(outcomes[0]).not.toHaveProperty('seconds');
  expect(events).toEqual(['finished skipped', 'finished skipped']);
});

test('what failed says where, and why', async () => {
  const error = {
    code: 'build/step-failed',
    message: 'exit code 7',
    exit: 1,
    lastLines: ['x'],
    dockerfileLine: 3,
  } as const;
  const { outcomes } = await finished({ results: { api: { status: 'failed', error, seconds: 1 } } });
  expect(outcomes).toMatchObject([
    { status: 'failed', failure: { message: 'exit code 7', exit: 1, lastLines: ['x'], at: 'Dockerfile:3' } },
  ]);
});

test('a dry run has present and missing images', async () => {
  const answers = { api: hit, web: { found: false, why: 'absent' } as Miss };
  const { outcomes } = await finished({ answers }, { dryRun: true });
  expect(outcomes).toMatchObject([
    { status: 'present', where: 'registry', notes: [expect.stringContaining('found by its content')] },
    { status: 'missing', miss: 'not there' },
  ]);
  expect(outcomes.some(({ failure }) => failure)).toBe(false);
});
