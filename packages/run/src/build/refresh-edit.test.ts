import { refreshEdit } from './refresh-edit.ts';

const after = (text: string | undefined) => {
  const edit = refreshEdit(text, '2026-11-21');
  return typeof edit === 'object' ? edit.after : edit;
};

test.each([
  ['dockwarden: config/v1\n', "dockwarden: config/v1\nbuild:\n  refresh: '2026-11-21'\n"],
  [
    'dockwarden: config/v1\nbuild:\n  sbom: true # so\nlocked: []\n',
    "dockwarden: config/v1\nbuild:\n  sbom: true # so\n  refresh: '2026-11-21'\nlocked: []\n",
  ],
  ['build: { refresh: 2025-01-01, sbom: true }\n', "build: { refresh: '2026-11-21', sbom: true }\n"],
])('%j', (before, expected) => {
  expect(after(before)).toBe(expected);
});

test('a date that is there already changes nothing', () => {
  expect(after('build:\n  refresh: 2026-11-21\n')).toBeUndefined();
});

test('without a configuration one is begun, and one that is no map is left', () => {
  expect(after(undefined)).toContain("build:\n  refresh: '2026-11-21'\n");
  expect(after('- a\n')).toMatch(/write it yourself/);
});
