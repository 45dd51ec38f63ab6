import { sourceText } from '@dockwarden-internal/syntax';
import { type ReportFormat, renderReport } from './render-report.ts';
import { finding, placeOf, reportOf } from './test-support/sample-report.ts';

const formats: readonly ReportFormat[] = ['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown'];

test.each(formats)('%s hides a secret that a message repeats, and leaves the words of the policy', (format) => {
  const source = sourceText('Dockerfile', 'FROM a\nARG DB_PASSWORD=secret\n');
  const place = placeOf(source, 'DB_PASSWORD');
  const masked = [placeOf(source, 'secret')];
  const message = 'mount secret as a build secret';
  const values = [{ start: 6, end: 12 }];
  const related = [{ place: placeOf(source, 'a'), message: 'taken from a secret' }];
  const report = reportOf([finding(place, { message, values, masked, related })]);
  const text = renderReport(format, report, {
    version: '1.0.0',
    root: '/w',
    cwd: '/w',
    repository: '/w',
    files: ['Dockerfile'],
    local: false,
    pretty: { width: 100, color: false },
  });
  expect(text.replaceAll('`', '')).toContain('mount ••• as a build secret');
  expect(text).not.toContain('from a •••');
  expect(text).not.toContain('PASSWORD=secret');
});
