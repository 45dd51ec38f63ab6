import { type DigestStore, GRANULARITY, openDigestCache } from './digest-cache.ts';

const DAY = 86_400_000;
const NOW = 20_000 * DAY + 5;
const OLD = NOW - 60_000;
const digest = (letter: string) => letter.repeat(64);

function storeOf(text?: string): DigestStore & { text?: string; saves: number } {
  const store = {
    text,
    saves: 0,
    load: () => store.text,
    save: (written: string) => {
      store.text = written;
      store.saves++;
    },
  };
  return store;
}

function saved(paths: readonly string[]) {
  const store = storeOf();
  const cache = openDigestCache(store, { now: () => NOW });
  for (const path of paths) cache.set(path, 'stamp', digest('a'), OLD, NOW);
  cache.save();
  return store;
}

test('gives what was set while the stamp is the same, in this run and the next', () => {
  const store = saved(['/w/a', '/w/b/c d', '/w/b/é']);
  const cache = openDigestCache(store, { now: () => NOW });
  for (const path of ['/w/a', '/w/b/c d', '/w/b/é']) expect(cache.get(path, 'stamp')).toBe(digest('a'));
  expect(cache.get('/w/a', 'other')).toBeUndefined();
  expect(cache.get('/w/b', 'stamp')).toBeUndefined();
});

test('does not keep a file that was touched within the clock step before it was read', () => {
  const cache = openDigestCache(undefined, { now: () => NOW });
  cache.set('/late', 's', digest('a'), NOW - GRANULARITY, NOW);
  cache.set('/early', 's', digest('b'), NOW - GRANULARITY - 1, NOW);
  cache.set('/future', 's', digest('c'), NOW + 10 * DAY, NOW);
  expect(['/late', '/early', '/future'].map((path) => cache.get(path, 's'))).toEqual([
    undefined,
    digest('b'),
    undefined,
  ]);
});

test.each([
  ['cut off', (text: string) => text.slice(0, -1)],
  ['one digit changed', (text: string) => text.replace('aaa', 'aba')],
  ['of another format', (text: string) => text.replace('digests 1', 'digests 2')],
  ['empty', () => ''],
  ['anything', () => '{}\n[]'],
])('believes nothing that is %s', (_, harm) => {
  const { text } = saved(['/w/a']);
  expect(openDigestCache(storeOf(harm(text!)), { now: () => NOW }).get('/w/a', 'stamp')).toBeUndefined();
});

test('is written only when there is anything new', () => {
  const store = saved(['/w/a']);
  expect(store.saves).toBe(1);
  const cache = openDigestCache(store, { now: () => NOW });
  cache.get('/w/a', 'stamp');
  cache.save();
  expect(store.saves).toBe(1);
  cache.set('/w/b', 's', digest('b'), OLD, NOW);
  cache.save();
  cache.save();
  expect(store.saves).toBe(2);
});

test('drops what nobody asked for in a month, and keeps what somebody did', () => {
  const store = saved(['/w/asked', '/w/forgotten']);
  for (const days of [10, 20, 35]) {
    const cache = openDigestCache(store, { now: () => NOW + days * DAY });
    expect(cache.get('/w/asked', 'stamp')).toBe(digest('a'));
    cache.save();
  }
  expect(store.text).toContain('asked');
  expect(store.text).not.toContain('forgotten');
});

test('a name that is no line is not kept', () => {
  const store = saved(['/w/a\nb', '/w/tab\tbed', '/w/c']);
  const cache = openDigestCache(store, { now: () => NOW });
  expect(cache.get('/w/a\nb', 'stamp')).toBeUndefined();
  expect(cache.get('/w/c', 'stamp')).toBe(digest('a'));
});
