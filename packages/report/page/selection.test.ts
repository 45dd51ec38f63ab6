import type { PageData, PageFinding } from '../src/html/page-data.ts';
import { everything, lineText, selectionFromHash, selectionToHash, selector } from './selection.ts';

const finding = (given: Partial<PageFinding>): PageFinding => ({
  file: 0,
  policy: 0,
  severity: 'warning',
  message: 'something',
  line: 1,
  column: 1,
  projects: [0],
  marks: [],
  aliases: [],
  also: [],
  related: [],
  ...given,
});
const policy = (id: string) => ({ id, title: `Title of ${id}`, why: '', docs: '', category: 'size' });

const data: PageData = {
  version: '1.2.3',
  summary: { files: 1, error: 1, warning: 2, info: 0, suppressed: 1 },
  projects: ['api', 'web'],
  files: [
    {
      path: 'apps/api/Dockerfile',
      projects: [0],
      lines: [
        [2, 'RUN Sudo ls'],
        [7, 'USER 0'],
        [9, 'CMD x'],
      ],
    },
  ],
  policies: [policy('a/one'), policy('b/two')],
  findings: [
    finding({ severity: 'error', marks: [[2, 4, 8]] }),
    finding({ policy: 1, projects: [1], aliases: ['hadolint:DL3004'] }),
    finding({ suppressed: { kind: 'inline', reason: '' } }),
  ],
  problems: [],
  graphs: [],
  images: [],
};
const select = selector(data);

test('by severity, project, policy and suppression', () => {
  expect(select(everything)).toEqual([0, 1]);
  expect(select({ ...everything, suppressed: true })).toEqual([0, 1, 2]);
  expect(select({ ...everything, severities: new Set(['error']) })).toEqual([0]);
  expect(select({ ...everything, project: 'web' })).toEqual([1]);
  expect(select({ ...everything, policy: 'a/one' })).toEqual([0]);
  expect(select({ ...everything, project: 'gone' })).toEqual([]);
});

test('by words, all of which must turn up: in ids, titles, messages, paths, other names and marked lines', () => {
  expect(select({ ...everything, text: 'SUDO api/' })).toEqual([0]);
  expect(select({ ...everything, text: 'dl3004' })).toEqual([1]);
  expect(select({ ...everything, text: ' title  two ' })).toEqual([1]);
  expect(select({ ...everything, text: 'user' })).toEqual([]);
});

test('a selection comes back from an address', () => {
  const selection = {
    severities: new Set(['info'] as const),
    project: 'a&b',
    policy: 'x/y',
    suppressed: true,
    text: 'a b#',
  };
  expect(selectionFromHash(`#${selectionToHash(selection)}`)).toEqual(selection);
  expect(selectionToHash(everything)).toBe('');
  expect(selectionFromHash('#severity=nonsense')).toEqual({ ...everything, severities: new Set() });
});

test('lines are found by number', () => {
  expect([1, 2, 7, 9, 10].map((number) => lineText(data, 0, number))).toEqual([
    '',
    'RUN Sudo ls',
    'USER 0',
    'CMD x',
    '',
  ]);
});
