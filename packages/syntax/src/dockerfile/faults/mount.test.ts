import { expect, test } from '@jest/globals';
import { faultsOf, messagesOf, treeOf } from '../testing.ts';

const run = (mount: string) => `FROM a\nRUN --mount=${mount} ls\n`;

test.each([
  ['type=cahce,target=/x', 'type=cahce', 'cache was probably meant'],
  ['type=cache,tagret=/x', 'tagret=/x', 'target was probably meant'],
  ['type=cache,target', 'target', 'target=…'],
  ['type=cache,sharing=lock', 'sharing=lock', 'locked'],
  ['required,type=secret,id=a', 'required', 'must stand before it'],
  ['size=1m,type=tmpfs', 'size=1m', 'must stand before it'],
  ['type=tmpfs,size=lots', 'size=lots', 'size=64m'],
  ['type=bind,ro=maybe', 'ro=maybe', 'true or false'],
  ['type=secret,id=a,mode=9', 'mode=9', 'octal'],
  ['type=ssh,uid=x', 'uid=x', 'is a number'],
  ['type=bind,uid=1', 'type=bind,uid=1', 'takes no uid'],
  ['type=secret', 'type=secret', 'needs an id'],
  ['type=secret,id=a,src=b', 'type=secret,id=a,src=b', 'not by both'],
  ['type=secret,from=b,id=a', 'type=secret,from=b,id=a', 'takes no from'],
  ['type=bind,sharing=locked', 'type=bind,sharing=locked', 'Only a mount of type cache'],
  ['type=cache,', '', 'An empty field'],
])('%s', (mount, words, message) => {
  expect(faultsOf(run(mount))).toEqual([['syntax/mount', words]]);
  expect(messagesOf(run(mount))[0]).toContain(message);
  expect(treeOf(run(mount)).faults[0]!.later).toBe('build');
});

test.each([
  'type=cache,target=/x,sharing=locked,id=a,ro=false',
  'type=secret,id=a,required,env=B,mode=0400,uid=0',
  'type=$T,size=1m,required,uid=1,sharing=locked',
  'type=secret,id=$A',
  'type=bind,from=b,source=/c,target=/d,rw',
])('%s is right, or may be', (mount) => {
  expect(faultsOf(run(mount))).toEqual([]);
});
