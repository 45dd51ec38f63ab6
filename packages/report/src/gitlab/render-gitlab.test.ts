import { sourceText } from '@dockwarden-internal/syntax';
import { finding, placeOf, reportOf, sampleReport } from '../test-support/sample-report.ts';
import type { CodeQualityIssue } from './code-quality.ts';
import { renderGitlab } from './render-gitlab.ts';

const context = { pathOf: (path: string) => `shop/${path}` };
const source = sourceText('Dockerfile', 'FROM debian:12\nENV TOKEN hunter2\n');

function issues(report: Parameters<typeof renderGitlab>[0]): CodeQualityIssue[] {
  const text = renderGitlab(report, context);
  expect(text.endsWith(']\n')).toBe(true);
  return JSON.parse(text);
}

test('an issue for each finding that is not suppressed, as the format asks for it', () => {
  const report = reportOf([
    finding(placeOf(source, 'debian:12'), { severity: 'error', message: 'one\ntwo', fingerprint: 'a' }),
    finding(placeOf(source, 'ENV'), { severity: 'warning', message: 'three', fingerprint: 'b' }),
    finding(placeOf(source, 'TOKEN'), { severity: 'info', message: 'four', fingerprint: 'c' }),
    finding(placeOf(source, 'FROM'), { suppressed: { kind: 'inline', reason: '' } }),
  ]);
  const path = 'shop/Dockerfile';
  expect(issues(report)).toEqual([
    {
      description: 'one two',
      check_name: 'area/name',
      fingerprint: 'a',
      severity: 'critical',
      location: { path, lines: { begin: 1 } },
    },
    {
      description: 'three',
      check_name: 'area/name',
      fingerprint: 'b',
      severity: 'major',
      location: { path, lines: { begin: 2 } },
    },
    {
      description: 'four',
      check_name: 'area/name',
      fingerprint: 'c',
      severity: 'info',
      location: { path, lines: { begin: 2 } },
    },
  ]);
});

test('no fingerprint turns up twice, and none depends on what stands behind it', () => {
  const same = (count: number) => reportOf(Array.from({ length: count }, () => finding(placeOf(source, 'ENV'))));
  const three = issues(same(3)).map(({ fingerprint }) => fingerprint);
  expect(new Set(three).size).toBe(3);
  expect(issues(same(2)).map(({ fingerprint }) => fingerprint)).toEqual(three.slice(0, 2));
});

test('what could not be looked at is an issue too, with what to do, a file and a line', () => {
  const found = issues(sampleReport()).slice(-2);
  expect(found).toMatchObject([
    {
      description:
        'extends names a pack that does not exist: dockwarden:recomended. Did you mean dockwarden:recommended?',
      check_name: 'config/unknown-pack',
      severity: 'blocker',
      location: { path: 'shop/dockwarden.yaml', lines: { begin: 2 } },
    },
    { check_name: 'file/unreadable', location: { path: 'shop/apps/web/Dockerfile', lines: { begin: 1 } } },
  ]);
  expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  const [lost] = issues(reportOf([], { diagnostics: [{ code: 'x/y', message: 'Lost.', exit: 2 }] }));
  expect(lost?.location).toEqual({ path: 'shop/.', lines: { begin: 1 } });
});

test('masks secrets', () => {
  const masked = [placeOf(source, 'hunter2')];
  const report = reportOf([finding(placeOf(source, 'ENV TOKEN hunter2'), { message: 'TOKEN is hunter2', masked })]);
  expect(issues(report)[0]?.description).toBe('TOKEN is •••');
});

test('an empty list where all is well', () => {
  expect(renderGitlab(reportOf([]), context)).toBe('[]\n');
});
