import { digest, inspectAnswer, inspectLine } from '../test-support/engine-answers.ts';
import { fakeProgram } from '../test-support/fake-program.ts';
import { inspectImages } from './inspect-images.ts';

test('each answer goes to the reference that asked for it, however it is spelt', async () => {
  const D = digest('1');
  const line = inspectLine({
    tags: ['node:22', 'ghcr.io/a/b:latest'],
    digest: D,
    labels: { a: 'b' },
    onbuild: ['COPY . /'],
  });
  const asked = ['node:22', 'docker.io/library/node:22', 'ghcr.io/a/b', `node:22@${D}`, D, 'other:1'];
  const { run } = fakeProgram(() => ({
    code: 1,
    stdout: `${line}\n`,
    stderr: 'Error response from daemon: No such image: other:1',
  }));
  const { images, diagnostic } = await inspectImages(run, asked);
  expect([...images.keys()]).toEqual(asked.slice(0, 5));
  expect(diagnostic).toBeUndefined();
  expect(images.get('node:22')).toMatchObject({
    id: D,
    digests: { manifest: D },
    platform: 'linux/amd64',
    size: 7,
    labels: new Map([['a', 'b']]),
    layers: ['sha256:1', 'sha256:2'],
    config: {
      user: 'app',
      command: ['sh'],
      onbuild: ['COPY . /'],
      env: new Map([
        ['PATH', '/bin'],
        ['EMPTY', ''],
        ['A', 'b=c'],
      ]),
    },
  });
});

test('very many are asked in several lines, none of them too long', async () => {
  const names = Array.from(
    { length: 1000 },
    (_, index) => `registry.example/group/project-${index}:in-${'a'.repeat(64)}`,
  );
  const images = names.map((name) => ({ tags: [name], digest: digest('1') }));
  const { run, lines } = fakeProgram((line) => inspectAnswer(line, images));
  expect((await inspectImages(run, names)).images.size).toBe(1000);
  expect(lines().length).toBeGreaterThan(2);
  for (const line of lines()) expect(line.length).toBeLessThan(32_000);
});

test('nothing is asked for nothing; a program that prints nonsense has no images', async () => {
  const { run, calls } = fakeProgram(() => ({ stdout: '{"Id":7}\nnonsense\n[]\n' }));
  expect((await inspectImages(run, [])).images.size).toBe(0);
  expect(calls).toEqual([]);
  expect((await inspectImages(run, ['a:1'])).images.size).toBe(0);
});
