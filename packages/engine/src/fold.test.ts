import { sourceText } from '@dockwarden-internal/syntax';
import type { Finding } from './finding.ts';
import { foldAliases } from './fold.ts';
import { someFinding as finding } from './testing/some-finding.ts';

const shown = (findings: readonly Finding[]) => findings.map(({ id, also }) => [id, ...also].join(' '));

describe('fold', () => {
  test('of two that share an alias and overlap the graver stays and names the other', () => {
    const [one, ...more] = foldAliases([finding('a', 0, 4), finding('b', 2, 8, { severity: 'error' })]);
    expect(more).toEqual([]);
    expect([one!.id, one!.also, one!.severity]).toEqual(['b', ['a'], 'error']);
  });

  test('a policy stays over a fault of the parser, which is as grave as that', () => {
    const fault = finding('syntax/x', 0, 8, { severity: 'error', docs: 'https://dockwarden.dev/findings/syntax/x' });
    const [one, ...more] = foldAliases([fault, finding('b', 0, 4)]);
    expect([one!.id, one!.also, one!.severity, more]).toEqual(['b', ['syntax/x'], 'error', []]);
  });

  test('of equals the first by its id stays, in whatever order they were found', () => {
    const [a, b] = [finding('a', 0, 4), finding('b', 2, 8)];
    expect([shown(foldAliases([a, b])), shown(foldAliases([b, a]))]).toEqual([['a b'], ['a b']]);
  });

  test('the order of the rest stays', () =>
    expect(shown(foldAliases([finding('c', 20, 24), finding('a', 0, 4), finding('b', 2, 8)]))).toEqual(['c', 'a b']));

  test.each([
    ['they do not overlap', finding('b', 4, 8)],
    ['they share no alias', finding('b', 0, 4, { aliases: ['hadolint:DL2'] })],
    ['they are of one policy', finding('a', 1, 3, { id: 'a/x' })],
    [
      'they are in two files',
      finding('b', 0, 4, { place: { source: sourceText('x', ''), span: { start: 0, end: 4 } } }),
    ],
  ])('both stay where %s', (_, other) => expect(foldAliases([finding('a', 0, 4), other])).toHaveLength(2));
});
