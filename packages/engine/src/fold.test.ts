import { sourceText } from '@dockwarden-internal/syntax';
import type { Finding } from './finding.ts';
import { foldAliases, unite } from './fold.ts';

const source = sourceText('Dockerfile', 'FROM debian\nRUN sudo ls\n');

function finding(policy: string, start: number, end: number, more: Partial<Finding> = {}): Finding {
  return {
    id: policy,
    policy,
    severity: 'warning',
    category: 'style',
    certain: true,
    message: 'm',
    aliases: ['hadolint:DL1'],
    docs: '',
    fingerprint: policy,
    place: { source, span: { start, end } },
    projects: [],
    related: [],
    suppressed: null,
    also: [],
    masked: [],
    ...more,
  };
}

const shown = (findings: readonly Finding[]) => findings.map(({ id, also }) => [id, ...also].join(' '));

describe('unite', () => {
  test('the same of two projects is one, with both', () => {
    const [one, ...more] = unite([
      finding('a', 0, 4, { projects: ['web'] }),
      finding('a', 0, 4, { projects: ['api', 'web'] }),
    ]);
    expect(more).toEqual([]);
    expect(one!.projects).toEqual(['api', 'web']);
  });

  test.each([
    ['id', finding('b', 0, 4)],
    ['place', finding('a', 0, 5)],
    ['message', finding('a', 0, 4, { message: 'n' })],
    ['file', finding('a', 0, 4, { place: { source: sourceText('other', ''), span: { start: 0, end: 4 } } })],
  ])('another %s is another finding', (_, other) => expect(unite([finding('a', 0, 4), other])).toHaveLength(2));
});

describe('fold', () => {
  test('of two that share an alias and overlap the graver stays and names the other', () => {
    const [one, ...more] = foldAliases([finding('a', 0, 4), finding('b', 2, 8, { severity: 'error' })]);
    expect(more).toEqual([]);
    expect([one!.id, one!.also, one!.severity]).toEqual(['b', ['a'], 'error']);
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
