import fc from 'fast-check';
import { sourceText } from '../text/source.ts';
import { globMatcher } from './glob-matcher.ts';
import { parseIgnore } from './parse-ignore.ts';
import { ignoresEverything, patternEffects } from './pattern-effect.ts';

const parse = (text: string) => parseIgnore(sourceText('.dockerignore', text));

test.each(['.', '..', '/', '../x', '../*.md', '../../**', 'a/../../b', 'a[', '!../x'])(
  '%s can match nothing',
  (line) => {
    const tree = parse(line);
    expect([...patternEffects(tree).values()].map((effect) => effect.canMatch)).toEqual([false]);
  },
);

test.each(['a', '/a', '/../a', 'a/..b', '**', '...', '**/..a', '.*', '?', '..a/*'])('%s can match', (line) => {
  expect([...patternEffects(parse(line)).values()].map((effect) => effect.canMatch)).toEqual([true]);
});

const undone = (text: string) =>
  [...patternEffects(parse(text))].map(([pattern, { undoneBy }]) => [pattern.text, undoneBy?.text]);

test.each([
  ['dist', '!dist'],
  ['/dist/', '! ./dist'],
  ['dist/a', '!dist/*'],
  ['*.log', '!**/*.log'],
  ['**/*.log', '!**/*.log'],
  ['a/*.md', '!**.md'],
  ['a/**/b', '!a/**'],
  ['a/**', '!a/**'],
  ['**/x', '!**/x'],
  ['[ab].md', '![a-c].md'],
  ['?.md', '!*.md'],
  ['aa*', '!a{2}*'],
  ['anything/at*all', '!**'],
])('%s is undone by %s', (pattern, later) => {
  expect(undone(`${pattern}\n${later}`)[0]).toEqual([pattern, later]);
});

test.each([
  ['dist', '!dist/a'],
  ['*', '!src'],
  ['dist', '!dist/**'],
  ['dist/**', '!dist'],
  ['**/*.log', '!*.log'],
  ['*.md', '!?.md'],
  ['a*', '!a?'],
  ['[a-c]', '![ab]'],
  ['*.md', '!*.m'],
  ['a', '!a|b*'],
])('%s is not undone by %s', (pattern, later) => {
  expect(undone(`${pattern}\n${later}`)[0]).toEqual([pattern, undefined]);
});

test('only a later exception undoes, and the first of them is named', () => {
  expect(undone('!a\na\nb\n!*\n!a')).toEqual([
    ['!a', undefined],
    ['a', '!*'],
    ['b', '!*'],
    ['!*', undefined],
    ['!a', undefined],
  ]);
});

const glob = fc
  .array(fc.constantFrom('a', 'b', '*', '**', '/', '?', '[ab]', '[^a]', '**/', '/**', '\\w', '{2}', '.'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((pieces) => pieces.join(''));

test('what undoes a pattern matches every path that the pattern matches', () => {
  let undoneOnes = 0;
  const path = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.', '\n', 'é'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(glob, glob, fc.array(path, { minLength: 30, maxLength: 30 }), (pattern, later, paths) => {
      for (const [{ glob }, { undoneBy }] of patternEffects(parse(`${pattern}\n!${later}`))) {
        if (!undoneBy) continue;
        undoneOnes++;
        const inner = globMatcher(glob!);
        const outer = globMatcher(undoneBy.glob!);
        for (const path of paths) if (inner(path)) expect(outer(path)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
  expect(undoneOnes).toBeGreaterThan(100);
});

test('thousands of lines take no time', () => {
  const start = performance.now();
  const lines = Array.from({ length: 20_000 }, (_, i) => (i % 2 ? `!**/*${i}` : `**/*${i}*`));
  patternEffects(parse(lines.join('\n')));
  expect(performance.now() - start).toBeLessThan(60_000);
});

test.each([
  ['*', true],
  ['.git\n**', true],
  ['**/*', true],
  ['.*', false],
  ['*\n!src', false],
  ['', false],
])('%j ignores everything: %s', (text, all) => {
  expect(ignoresEverything(parse(text))).toBe(all);
});
