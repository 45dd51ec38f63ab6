import { growth, MOST_GROWTH } from './growth.ts';

test('what looks once at each character grows with the text', async () => {
  expect(await growth(2_000_000, (length) => /^x*$/.test('x'.repeat(length)))).toBeLessThan(MOST_GROWTH);
});

test('what begins anew at each character grows with its square', async () => {
  expect(await growth(40_000, (length) => /x+y/.test('x'.repeat(length)))).toBeGreaterThan(MOST_GROWTH);
});

test('what is awaited is measured whole', async () => {
  const later = async (length: number) => {
    await Promise.resolve();
    return /x+y/.test('x'.repeat(length));
  };
  expect(await growth(40_000, later)).toBeGreaterThan(MOST_GROWTH);
});
