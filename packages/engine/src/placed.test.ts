import { sourceText } from '@dockwarden-internal/syntax';
import type { Finding } from './finding.ts';
import { unitePlaced } from './placed.ts';
import { someFinding } from './testing/some-finding.ts';

const united = (...findings: readonly Finding[]) =>
  unitePlaced(findings.map((finding) => ({ finding, subjects: [finding.place] })));

test('the same of two projects is one, with both and with the subjects of both', () => {
  const [one, ...more] = united(
    someFinding('a', 0, 4, { projects: ['web'] }),
    someFinding('a', 0, 4, { projects: ['api', 'web'] }),
  );
  expect(more).toEqual([]);
  expect(one!.finding.projects).toEqual(['api', 'web']);
  expect(one!.subjects).toHaveLength(2);
});

test.each([
  ['id', someFinding('b', 0, 4)],
  ['place', someFinding('a', 0, 5)],
  ['message', someFinding('a', 0, 4, { message: 'n' })],
  ['file', someFinding('a', 0, 4, { place: { source: sourceText('other', ''), span: { start: 0, end: 4 } } })],
])('another %s is another finding', (_, other) => expect(united(someFinding('a', 0, 4), other)).toHaveLength(2));
