import { digest, inspectAnswer, NOT_FOUND, remoteIndex } from '../test-support/engine-answers.ts';
import { fakeProgram } from '../test-support/fake-program.ts';
import { onbuildOf } from './onbuild.ts';

const images = [
  { tags: ['here:1'], digest: digest('1'), onbuild: ['COPY . /app'] },
  { tags: ['plain:1'], digest: digest('2') },
];
const index = remoteIndex(digest('3'), {
  'linux/amd64': { manifest: digest('4'), onbuild: ['RUN x'] },
  'linux/arm64': { manifest: digest('5'), onbuild: ['RUN x'] },
});

test('the engine first, then the registry; what nobody shows is absent', async () => {
  const { run, calls } = fakeProgram((line, { args }) => {
    if (args[1] !== 'imagetools') return inspectAnswer(line, images);
    return args.at(-1) === 'there:1' ? { stdout: index } : NOT_FOUND;
  });
  const asked = ['here:1', 'plain:1', 'there:1', 'none:1'];
  expect([...(await onbuildOf(run, asked))]).toEqual([
    ['here:1', ['COPY . /app']],
    ['plain:1', []],
  ]);
  expect(calls).toHaveLength(1);
  const all = await onbuildOf(run, asked, { registry: true });
  expect(all.get('there:1')).toEqual(['RUN x']);
  expect(all.has('none:1')).toBe(false);
});
