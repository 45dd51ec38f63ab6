import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { sourceText } from '../text/source.ts';
import { ignoreMatcher } from './ignore-matcher.ts';
import { parseIgnore } from './parse-ignore.ts';

const parse = (text: string) => parseIgnore(sourceText('.dockerignore', text));
const matcher = (text: string) => ignoreMatcher(parse(text));

interface Verdict {
  text: string;
  /** Index of a list of paths. */
  paths: number;
  error?: string;
  /** Indices of the paths that are in the context. */
  kept: number[];
  skipped: string[];
}

// Recorded by scripts/oracle/ignore from moby/patternmatcher and tonistiigi/fsutil.
const recorded: { paths: string[][]; verdicts: Verdict[] } = JSON.parse(
  readFileSync(join(__dirname, 'moby-verdicts.generated.json'), 'utf8'),
);

test.each(recorded.verdicts)('agrees with Docker on $text', ({ text, paths: list, error, kept, skipped }) => {
  const tree = parse(text);
  if (error !== undefined) {
    expect(tree.faults).not.toEqual([]);
    return;
  }
  // Docker refuses a malformed pattern only when a path reaches it.
  if (tree.faults.length > 0) return;
  const paths = recorded.paths[list]!;
  const { match, mayKeepBelow } = ignoreMatcher(tree);
  expect(paths.filter((path) => !match(path).ignored)).toEqual(kept.map((index) => paths[index]));
  const folders = new Set(paths.flatMap(foldersAbove));
  const closed = [...folders].filter((folder) => !mayKeepBelow(folder));
  expect(closed.filter((folder) => mayKeepBelow(foldersAbove(folder).at(-1) ?? '')).sort()).toEqual(
    [...skipped].sort(),
  );
});

test('the record is of the size it should be, and few of its cases are passed over', () => {
  expect(recorded.verdicts.length).toBeGreaterThan(600);
  const passedOver = recorded.verdicts.filter(
    ({ text, error }) => error === undefined && parse(text).faults.length > 0,
  );
  expect(passedOver.length).toBeLessThan(10);
});

test('names the pattern that had the last word', () => {
  const { match } = matcher('*\n!apps\n**/node_modules\n');
  expect(match('README.md')).toMatchObject({ ignored: true, decidedBy: { text: '*' } });
  expect(match('apps/api/main.ts')).toMatchObject({ ignored: false, decidedBy: { text: '!apps' } });
  expect(match('apps/api/node_modules/x/y.js')).toMatchObject({
    ignored: true,
    decidedBy: { text: '**/node_modules' },
  });
  expect(matcher('dist').match('src')).toEqual({ ignored: false });
});

test('without patterns nothing is ignored', () => {
  expect(matcher('').match('a/b').ignored).toBe(false);
  expect(matcher('**').mayKeepBelow('')).toBe(true);
  expect(matcher('**').mayKeepBelow('a')).toBe(false);
});

const glob = fc
  .array(fc.constantFrom('a', 'b', '*', '**', '/', '?', '[ab]', '[^a]', '.', 'a{2}', '|', '^'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((pieces) => pieces.join(''));
const ignoreText = fc
  .array(fc.tuple(fc.constantFrom('', '!'), glob), { maxLength: 5 })
  .map((lines) => lines.map((l) => l.join('')).join('\n'));
const path = fc
  .array(fc.constantFrom('a', 'b', 'ab', 'a.b', 'aa'), { minLength: 1, maxLength: 4 })
  .map((segments) => segments.join('/'));

test('a verdict does not depend on what was asked before', () => {
  fc.assert(
    fc.property(ignoreText, fc.array(path, { maxLength: 6 }), (text, paths) => {
      const { match } = matcher(text);
      for (const asked of paths) expect(match(asked).ignored).toBe(matcher(text).match(asked).ignored);
    }),
  );
});

test('below a folder that is not entered everything is ignored', () => {
  fc.assert(
    fc.property(ignoreText, path, path, (text, folder, rest) => {
      const { match, mayKeepBelow } = matcher(text);
      fc.pre(!mayKeepBelow(folder));
      expect(match(`${folder}/${rest}`).ignored).toBe(true);
    }),
  );
});

test('repeating all lines changes no verdict of plain lines', () => {
  fc.assert(
    fc.property(fc.array(glob, { maxLength: 5 }), path, (lines, asked) => {
      const once = lines.join('\n');
      expect(matcher(`${once}\n${once}`).match(asked).ignored).toBe(matcher(once).match(asked).ignored);
    }),
  );
});

test.each([
  ['stars', `${'*a'.repeat(500)}*b`, 'a'.repeat(255)],
  ['double stars', `${'**/'.repeat(300)}x`, 'a/'.repeat(1000).concat('a')],
  ['repeats', `${'a{0,50}'.repeat(100)}*b`, 'a'.repeat(2000)],
  ['many lines', Array.from({ length: 2000 }, (_, i) => `**/*${i}*/x`).join('\n'), 'a/'.repeat(100).concat('a')],
])('takes no time on %s', (_, text, asked) => {
  const start = performance.now();
  matcher(text).match(asked);
  expect(performance.now() - start).toBeLessThan(60_000);
});

function foldersAbove(path: string): string[] {
  const segments = path.split('/');
  return segments.slice(1).map((_, i) => segments.slice(0, i + 1).join('/'));
}
