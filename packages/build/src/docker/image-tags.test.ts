import { digest, NO_DAEMON, REFUSED_CONNECTION } from '../test-support/engine-answers.ts';
import { type Answer, fakeProgram } from '../test-support/fake-program.ts';
import { pushTag, removeTag, retagInRegistry, tagFault, tagImage } from './image-tags.ts';

const D = digest('1');

test('tags are data: what is none is refused before docker hears of it', async () => {
  const { run, calls } = fakeProgram(() => ({}));
  for (const tag of ['Bad/Name:1', 'a b', '--help', '$(id)', `a@${D}`, '']) {
    expect(await tagImage(run, 'x', tag)).toMatchObject({ code: 'build/invalid-tag', exit: 2 });
    expect(await pushTag(run, tag)).toMatchObject({ code: 'build/invalid-tag' });
    expect(await retagInRegistry(run, `x@${D}`, ['ok:1', tag])).toMatchObject({ code: 'build/invalid-tag' });
  }
  expect(calls).toEqual([]);
  expect(tagFault('ghcr.io/a/b:1')).toBeUndefined();
  expect(await tagImage(run, 'x', 'a:1')).toBeUndefined();
});

test('a push answers with the digest that the registry has', async () => {
  const { run } = fakeProgram(() => ({ stdout: `The push refers to repository [r/a]\n1: digest: ${D} size: 1607\n` }));
  expect(await pushTag(run, 'r.example/a:1')).toEqual({ digest: D });
});

test('who refuses, and who is not there', async () => {
  const denied = { code: 1, stderr: 'denied: requested access to the resource is denied' };
  const push = (answer: object) => pushTag(fakeProgram(() => answer).run, 'r.example/a:1');
  expect(await push(denied)).toMatchObject({ code: 'registry/refuses', exit: 3 });
  expect(await push(REFUSED_CONNECTION)).toMatchObject({ code: 'registry/unreachable', exit: 3 });
  expect(await push(NO_DAEMON)).toMatchObject({ code: 'engine/unreachable', exit: 3 });
  expect(await push({ code: 1, stderr: 'toomanyrequests: slow down' })).toMatchObject({ code: 'registry/busy' });
  expect(await push({ code: -1, failure: 'interrupted' })).toMatchObject({ code: 'build/interrupted' });
});

test('tags in a registry are copies of a digest', async () => {
  const { run, lines } = fakeProgram(() => ({}));
  expect(await retagInRegistry(run, `r.example/a@${D}`, ['r.example/a:1', 'r.example/a:2'])).toEqual({ digest: D });
  expect(lines()).toEqual([
    `docker buildx imagetools create --prefer-index=false --tag r.example/a:1 --tag r.example/a:2 -- r.example/a@${D}`,
  ]);
  await expect(retagInRegistry(run, 'r.example/a:1', ['r.example/a:2'])).rejects.toThrow(/no digest/);
});

test('a copy whose blob is still on its way is made again, and not for ever', async () => {
  const race = { code: 1, stderr: 'ERROR: unknown: blob unknown to registry\n' };
  const answers: Answer[] = [race, race, { code: 0 }];
  const { run, lines } = fakeProgram(() => answers.shift());
  expect(await retagInRegistry(run, `r.example/a@${D}`, ['r.example/b:1'])).toEqual({ digest: D });
  expect(lines()).toHaveLength(3);
  const lasting = fakeProgram(() => race);
  expect(await retagInRegistry(lasting.run, `r.example/a@${D}`, ['r.example/b:1'])).toMatchObject({
    message: 'r.example/b:1 are not written: ERROR: unknown: blob unknown to registry',
  });
  expect(lasting.lines()).toHaveLength(4);
  const other = fakeProgram(() => ({ code: 1, stderr: 'ERROR: something else\n' }));
  await retagInRegistry(other.run, `r.example/a@${D}`, ['r.example/b:1']);
  expect(other.lines()).toHaveLength(1);
});

test('a tag that is gone is removed', async () => {
  expect(
    await removeTag(fakeProgram(() => ({ code: 1, stderr: 'Error: No such image: a:1' })).run, 'a:1'),
  ).toBeUndefined();
  const used = { code: 1, stderr: 'conflict: unable to remove: container 1 is using it' };
  expect(await removeTag(fakeProgram(() => used).run, 'a:1')).toMatchObject({ code: 'build/engine-refuses', exit: 3 });
});
