import { sourceText } from '@dockwarden-internal/syntax';
import { finding, placeOf, reportOf } from '../test-support/sample-report.ts';
import { renderGithub } from './render-github.ts';

const context = { pathOf: (path: string) => path };
const source = sourceText('a,b/100%:Dockerfile', 'FROM debian:12\nENV TOKEN hunter2\nRUN a \\\n b\n');

test('writes a command for each finding, with level, place and id', () => {
  const report = reportOf([
    finding(placeOf(source, 'debian:12'), { severity: 'error', message: 'one' }),
    finding(placeOf(source, 'ENV'), { severity: 'warning', message: 'two' }),
    finding(placeOf(source, 'RUN a \\\n b'), { severity: 'info', message: 'three' }),
  ]);
  expect(renderGithub(report, context)).toBe(
    [
      '::error file=a%2Cb/100%25%3ADockerfile,line=1,endLine=1,col=6,endColumn=15,title=area/name::one',
      '::warning file=a%2Cb/100%25%3ADockerfile,line=2,endLine=2,col=1,endColumn=4,title=area/name::two',
      '::notice file=a%2Cb/100%25%3ADockerfile,line=3,endLine=4,title=area/name::three',
      '',
    ].join('\n'),
  );
});

test('escapes messages so that no text becomes a command', () => {
  const report = reportOf([finding(placeOf(source, 'FROM'), { message: '100%: a, b\r\n::error::injected' })]);
  const [line, ...rest] = renderGithub(report, context).split('\n');
  expect(line).toMatch(/::100%25: a, b%0D%0A::error::injected$/);
  expect(rest).toEqual(['']);
});

test('annotates diagnostics with what to do, and leaves suppressed findings out', () => {
  const report = reportOf([finding(placeOf(source, 'FROM'), { suppressed: { kind: 'inline', reason: '' } })], {
    diagnostics: [
      { code: 'file/unreadable', message: 'Cannot be read.', hint: 'Let it be read.', path: 'x/Dockerfile', exit: 3 },
      { code: 'arguments/unknown', message: 'No such option.', exit: 2 },
    ],
  });
  expect(renderGithub(report, context)).toBe(
    '::error file=x/Dockerfile,title=file/unreadable::Cannot be read.%0ALet it be read.\n::error title=arguments/unknown::No such option.\n',
  );
});

test('masks secrets', () => {
  const masked = [placeOf(source, 'hunter2')];
  const report = reportOf([finding(placeOf(source, 'ENV TOKEN hunter2'), { message: 'TOKEN is hunter2', masked })]);
  expect(renderGithub(report, context)).toContain('::TOKEN is •••\n');
});

test('says nothing where all is well', () => {
  expect(renderGithub(reportOf([]), context)).toBe('');
});
