import { plainWords } from './words.ts';

test('words of a plain command, with what is set for it', () => {
  expect(plainWords('A=1 B=x=y node "a b" \'c d\'')).toEqual({
    words: ['node', 'a b', 'c d'],
    environment: { A: '1', B: 'x=y' },
  });
});

test.each(['a | b', 'a;b', 'a $X', 'a "$X"', 'a `b`', 'a > b', 'a *', '"open', '', `node ${'x'.repeat(3000)}`])(
  '%s needs a shell',
  (script) => {
    expect(plainWords(script)).toBeUndefined();
  },
);
