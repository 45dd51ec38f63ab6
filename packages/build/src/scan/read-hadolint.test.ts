import { readHadolint } from './read-hadolint.ts';
import { hadolintList } from './testing/recordings.ts';

const subject = { name: 'apps/api/Dockerfile', reference: 'apps/api/Dockerfile' };

test('reads lines of a Dockerfile, none of them critical', () => {
  const findings = readHadolint(JSON.stringify(hadolintList), subject)!;
  expect(findings[0]).toEqual({
    scanners: ['hadolint'],
    kind: 'lint',
    id: 'DL3007',
    severity: 'medium',
    title: 'Using latest is prone to errors if the image will ever update. Pin the version explicitly to a release tag',
    url: 'https://github.com/hadolint/hadolint/wiki/DL3007',
    file: 'apps/api/Dockerfile',
    line: 1,
  });
  expect(findings.slice(1).map(({ id, severity, line, url }) => [id, severity, line, url])).toEqual([
    ['DL4000', 'high', 3, 'https://github.com/hadolint/hadolint/wiki/DL4000'],
    ['SC2086', 'low', 4, 'https://www.shellcheck.net/wiki/SC2086'],
  ]);
});

test('takes what it does not know for what nobody knows', () => {
  const list = [{ code: 'XX1', level: 'constructor', line: -1, message: null }, null, 'DL3000', {}];
  expect(readHadolint(JSON.stringify(list), subject)).toEqual([
    { scanners: ['hadolint'], kind: 'lint', id: 'XX1', severity: 'unknown', title: '', file: 'apps/api/Dockerfile' },
  ]);
});

test.each(['', '{}', 'null', '[{]'])('is no list: %j', (text) => expect(readHadolint(text, subject)).toBeUndefined());
