import { expect, test } from '@jest/globals';
import { suppressionEnds, waiverEnds } from './named-days.ts';

test('the ends of suppressions, of ours and of Trivy, each once and in their order', () => {
  const text = [
    '# dockwarden-ignore image/non-root until=2027-02-28 owner=@a -- since 2026-01-01',
    'FROM debian:12',
    '# trivy:ignore:DS-0002:exp:2026-12-31 trivy:ignore:DS-0010:exp:2027-02-28',
    'RUN curl -O https://example.org/2026-05-05.tar.gz',
  ].join('\n');
  expect(suppressionEnds(text)).toEqual(['2026-12-31', '2027-02-28']);
});

test('the days of waivers, however they are written', () => {
  const text = 'waivers:\n  - expires: 2027-02-28\n  - { "expires": "2026-12-31" }\n  - expires: soon\n';
  expect(waiverEnds(text)).toEqual(['2026-12-31', '2027-02-28']);
});
