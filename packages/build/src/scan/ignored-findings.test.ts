import { heedIgnores } from './ignored-findings.ts';
import type { ScanFinding } from './scan-finding.ts';

const finding: ScanFinding = { scanners: ['trivy'], kind: 'vulnerability', id: 'CVE-1', severity: 'high', title: '' };
const entry = { id: 'cve-1', until: '2026-10-02', reason: 'not reachable' };

test('an entry holds to the end of its day', () => {
  const other = { ...finding, id: 'CVE-2' };
  expect(heedIgnores([finding, other], [entry], '2026-10-02')).toEqual({
    findings: [other],
    ignored: [{ finding, until: '2026-10-02', reason: 'not reachable' }],
    notes: [],
  });
});

test('then its findings are back, and it is said once', () => {
  const inWeb = { ...finding, image: 'web' };
  expect(heedIgnores([finding, inWeb], [entry], '2026-10-03')).toEqual({
    findings: [finding, inWeb],
    ignored: [],
    notes: ['cve-1 was ignored until 2026-10-02 and is back (not reachable)'],
  });
});

test('of two entries the one that ends later holds, and one for nothing is no matter', () => {
  const entries = [{ ...entry, until: '2027-01-01' }, entry, { ...entry, id: 'CVE-9', until: '2020-01-01' }];
  expect(heedIgnores([finding], entries, '2026-12-31')).toMatchObject({ findings: [], notes: [] });
});
