import { readGovernance } from './read-governance.ts';

const WAIVER = 'policy: a/b\n    file: Dockerfile\n    owner: "@me"\n    reason: later\n    expires: 2026-02-01';
const TEXTS: Readonly<Record<string, string>> = {
  'dockwarden.waivers.yaml': `dockwarden: waivers/v1\nwaivers:\n  - ${WAIVER}\n`,
  'dockwarden.baseline.json': '{ broken',
};
const governed = {
  fs: {
    read: (path: string) => TEXTS[path],
    entry: (path: string) => (path in TEXTS ? ('file' as const) : ('absent' as const)),
  },
  config: {},
};

test('waivers and the baseline are read, and what is wrong with either is said', async () => {
  const { waivers, waiversPath, diagnostics } = await readGovernance(governed, {});
  expect(waivers?.list.map(({ policy }) => policy)).toEqual(['a/b']);
  expect(waiversPath).toBe('dockwarden.waivers.yaml');
  expect(diagnostics.map(({ code }) => code)).toEqual([expect.stringMatching(/^baseline\//)]);
});

test('what is not asked for is not read', async () => {
  const { waivers, waiversPath, diagnostics } = await readGovernance(governed, { noWaivers: true, noBaseline: true });
  expect([waivers, waiversPath, diagnostics]).toEqual([undefined, undefined, []]);
});

test('without a baseline findings stay as they are', async () => {
  const { markKnown } = await readGovernance(governed, { noBaseline: true });
  const findings = [] as const;
  expect(markKnown(findings, new Set())).toBe(findings);
});
