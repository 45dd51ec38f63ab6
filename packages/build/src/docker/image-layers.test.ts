import { fakeProgram } from '../test-support/fake-program.ts';
import { imageLayers } from './image-layers.ts';

const history = (...entries: [string, number][]) =>
  entries.map(([CreatedBy, size]) => JSON.stringify({ CreatedBy, Size: String(size), ID: 'x' })).join('\n');
const layers = (text: string, digests: string[]) =>
  imageLayers(fakeProgram(() => ({ stdout: text })).run, 'a:1', digests);

test('from the base up, each with its digest; an empty layer is one', async () => {
  const text = history(
    ['CMD ["node"]', 0],
    ['WORKDIR /app', 0],
    ['COPY a /a # buildkit', 5],
    ['ENV A=b', 0],
    ['', 100],
  );
  expect(await layers(text, ['1', '2', '3'])).toEqual([
    { digest: '1', size: 100 },
    { digest: '2', size: 5, createdBy: 'COPY a /a' },
    { digest: '3', size: 0, createdBy: 'WORKDIR /app' },
  ]);
});

test('where history and layers do not match, sizes are told without digests', async () => {
  expect(await layers(history(['RUN x', 5]), ['1', '2'])).toEqual([{ size: 5, createdBy: 'RUN x' }]);
});

test('values of secret-like arguments are not told', async () => {
  const text = history(['RUN |2 NPM_TOKEN=sekret VERSION=1 /bin/sh -c npm ci # buildkit', 5]);
  expect((await layers(text, ['1']))![0]!.createdBy).toBe('RUN |2 NPM_TOKEN=••• VERSION=1 /bin/sh -c npm ci');
});

test('an image that is not there has none', async () => {
  expect(await imageLayers(fakeProgram(() => undefined).run, 'a:1', [])).toBeUndefined();
});
