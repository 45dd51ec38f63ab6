import {
  digest,
  type EngineImage,
  graphLine,
  inspectAnswer,
  NO_DAEMON,
  NOT_FOUND,
  REFUSED_CONNECTION,
  remoteIndex,
  remoteManifest,
} from '../test-support/engine-answers.ts';
import { type Answer, fakeProgram } from '../test-support/fake-program.ts';
import { type LookUpRequest, lookUp } from './look-up.ts';

const KEY = 'a'.repeat(64);
const labels = { 'dev.dockwarden.key': KEY };
const request = (more: Partial<LookUpRequest> = {}): LookUpRequest => ({
  image: 'api',
  key: KEY,
  repository: 'acme/api',
  platforms: [],
  engine: true,
  ...more,
});
const present: EngineImage = { tags: [`acme/api:in-${KEY}`], digest: digest('1'), labels };

async function ask(
  requests: readonly LookUpRequest[],
  images: readonly EngineImage[],
  registry: (reference: string) => Answer = () => NOT_FOUND,
) {
  const program = fakeProgram((line, { args }) => {
    if (args[1] === 'imagetools') return registry(args.at(-1)!);
    const platform = /--platform (\S+)/.exec(line)?.[1];
    return inspectAnswer(line, platform === undefined ? images : images.filter((each) => each.index), platform);
  });
  const { images: found, diagnostics } = await lookUp(program.run, requests);
  return { found, diagnostics, lines: program.lines() };
}

test('twenty images are one question', async () => {
  const requests = Array.from({ length: 20 }, (_, index) =>
    request({ image: `i${index}`, repository: `acme/i${index}` }),
  );
  const images = requests.map(({ repository }) => ({ ...present, tags: [`${repository}:in-${KEY}`] }));
  const { found, lines } = await ask(requests, images.slice(1));
  expect(lines).toHaveLength(1);
  expect([...found.values()].map((each) => each.found)).toEqual([false, ...Array(19).fill(true)]);
  expect(found.get('i1')).toMatchObject({
    found: true,
    where: 'engine',
    by: 'key',
    reference: `acme/i1:in-${KEY}`,
    digests: { manifest: digest('1') },
    id: digest('1'),
    labels: new Map(Object.entries(labels)),
  });
});

test('a tag alone proves nothing: the label has to be the key', async () => {
  const { found } = await ask([request()], [{ ...present, labels: { 'dev.dockwarden.key': 'b'.repeat(64) } }]);
  expect(found.get('api')).toEqual({ found: false, why: 'label differs' });
});

test('every platform has to be there', async () => {
  const both = ['linux/amd64', 'linux/arm64'];
  const single = await ask([request({ platforms: both })], [present]);
  expect(single.found.get('api')).toEqual({ found: false, why: 'platform missing' });
  const other = await ask([request({ platforms: ['linux/arm64'] })], [present]);
  expect(other.found.get('api')).toEqual({ found: false, why: 'platform missing' });
  const same = await ask([request({ platforms: ['linux/amd64'] })], [present]);
  expect([same.found.get('api')!.found, same.lines.length]).toEqual([true, 1]);
  const index = await ask([request({ platforms: both })], [{ ...present, index: true }]);
  expect(index.found.get('api')).toMatchObject({ found: true, digests: { index: digest('1') } });
  expect(index.lines).toHaveLength(3);
});

test('with the overlay2 store: the id is the configuration, and a manifest is known once it was pushed', async () => {
  const repoDigests = [`other@${digest('8')}`, `acme/api@${digest('9')}`];
  const find = async (pushed: readonly string[]) => {
    const line = graphLine([`acme/api:in-${KEY}`], digest('7'), pushed, labels);
    return (await lookUp(fakeProgram(() => ({ stdout: line })).run, [request()])).images.get('api');
  };
  expect(await find([])).toMatchObject({ found: true, digests: { config: digest('7') } });
  expect(await find(repoDigests)).toMatchObject({ digests: { config: digest('7'), manifest: digest('9') } });
});

test('equal content under other labels counts where it is asked for, and only after the key', async () => {
  const content = 'c'.repeat(64);
  const image = { ...present, tags: [`acme/api:ct-${content}`], labels: { 'dev.dockwarden.content': content } };
  expect((await ask([request()], [image])).found.get('api')!.found).toBe(false);
  expect((await ask([request({ content })], [image])).found.get('api')).toMatchObject({ found: true, by: 'content' });
  expect((await ask([request({ content })], [image, present])).found.get('api')).toMatchObject({ by: 'key' });
});

test('only the trusted repository is asked, only for what is missing, and its digest is what was verified', async () => {
  const asked: string[] = [];
  const registry = 'r.example/trusted';
  const requests = [
    request({ registry }),
    request({ image: 'web', repository: 'acme/web', registry }),
    request({ image: 'x', repository: 'x' }),
  ];
  const { found } = await ask(requests, [present], (reference) => {
    asked.push(reference);
    return { stdout: remoteManifest(digest('2'), labels) };
  });
  expect(asked).toEqual([`r.example/trusted:in-${KEY}`]);
  expect(found.get('web')).toMatchObject({
    where: 'registry',
    reference: `r.example/trusted@${digest('2')}`,
    digests: { manifest: digest('2') },
  });
  expect(found.get('x')).toEqual({ found: false, why: 'absent' });
});

test('a registry image lacks a platform, or one of them has another label', async () => {
  const platforms = ['linux/amd64', 'linux/arm64'];
  const of = (more: object) => ({ manifest: digest('3'), labels, ...more });
  const judge = async (remote: Parameters<typeof remoteIndex>[1]) =>
    (
      await ask([request({ engine: false, registry: 'r.example/t', platforms })], [], () => ({
        stdout: remoteIndex(digest('2'), remote),
      }))
    ).found.get('api');
  expect(await judge({ 'linux/amd64': of({}) })).toEqual({ found: false, why: 'platform missing' });
  expect(await judge({ 'linux/amd64': of({}), 'linux/arm64': of({ labels: {} }) })).toEqual({
    found: false,
    why: 'label differs',
  });
  expect(await judge({ 'linux/amd64': of({}), 'linux/arm64/v8': of({}) })).toMatchObject({
    found: true,
    digests: { index: digest('2') },
  });
});

test('a registry that is silent, down or refusing is a miss; one that is silent is not asked again', async () => {
  const why = async (answer: Answer) =>
    (await ask([request({ engine: false, registry: 'r.example/t' })], [], () => answer)).found.get('api');
  expect(await why(REFUSED_CONNECTION)).toEqual({ found: false, why: 'registry not asked' });
  expect(await why({ code: 1, stderr: 'ERROR: unexpected status: 403 Forbidden' })).toEqual({
    found: false,
    why: 'registry refuses',
  });
  let count = 0;
  const many = Array.from({ length: 30 }, (_, index) =>
    request({ image: `i${index}`, key: `${index}`, engine: false, registry: 'r.example/t' }),
  );
  await ask(many, [], () => {
    count++;
    return { code: -1, failure: 'timeout' };
  });
  expect(count).toBeLessThanOrEqual(8);
});

test('no engine is a diagnostic, and nothing where the engine does not count', async () => {
  const { run } = fakeProgram(() => NO_DAEMON);
  const { images, diagnostics } = await lookUp(run, [request()]);
  expect(images.get('api')).toEqual({ found: false, why: 'absent' });
  expect(diagnostics).toMatchObject([{ code: 'engine/unreachable', exit: 3 }]);
  const { found, lines } = await ask([request({ engine: false })], [present]);
  expect([found.get('api'), lines]).toEqual([{ found: false, why: 'not asked' }, []]);
});
