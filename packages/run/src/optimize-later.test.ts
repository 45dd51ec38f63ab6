import { cachedDataVersionTag } from 'node:v8';
import { optimizeLater, usualFlags } from './optimize-later.ts';

test('flags that were never set are the usual', () => expect(usualFlags()).toBe(true));

test('flags are set, and taken back so that V8 takes the code of this process as any', () => {
  const before = cachedDataVersionTag();
  optimizeLater();
  expect(cachedDataVersionTag()).not.toBe(before);
  expect(usualFlags()).toBe(true);
  expect(cachedDataVersionTag()).toBe(before);
});
