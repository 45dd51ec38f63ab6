import { expect, test } from '@jest/globals';
import { writtenCaches } from './written-caches.ts';

const local = 'type=local,dest=.cache';
const registry = 'mode=max,type=registry,ref=r.example/c';
const all = [local, 'type=inline', 'type=gha,scope=a', registry, 'r.example/c:2', 'type=s3,bucket=b'];

test('on a protected ref every cache is written', () => {
  expect(writtenCaches(all, true)).toEqual({ written: all, held: [] });
});

test('elsewhere those that nobody else believes', () => {
  expect(writtenCaches(all, false)).toEqual({ written: all.slice(0, 3), held: all.slice(3) });
});
