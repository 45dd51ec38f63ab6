import { sourceText } from '@dockwarden-internal/syntax';
import { masksOf } from '../masks.ts';
import { finding, placeOf, reportOf } from '../test-support/sample-report.ts';
import { unifiedDiff } from './unified-diff.ts';

const plain = { color: false };

test('shows changes with three lines around them, near ones together', () => {
  const before = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`).join('');
  const after = before
    .replace('line 3\n', 'LINE 3\n')
    .replace('line 9\n', '')
    .replace('line 20\n', 'line 20\nline 21\n');
  expect(unifiedDiff([{ path: 'Dockerfile', before, after }], plain)).toBe(`--- a/Dockerfile
+++ b/Dockerfile
@@ -1,12 +1,11 @@
 line 1
 line 2
-line 3
+LINE 3
 line 4
 line 5
 line 6
 line 7
 line 8
-line 9
 line 10
 line 11
 line 12
@@ -18,3 +17,4 @@
 line 18
 line 19
 line 20
+line 21
`);
});

test('writes new files, missing line ends, names with spaces and unchanged files as patch wants them', () => {
  expect(
    unifiedDiff(
      [
        { path: 'my app/.dockerignore', before: '', after: '.git\n' },
        { path: 'Dockerfile', before: 'FROM a', after: 'FROM b' },
        { path: 'same', before: 'x', after: 'x' },
        { path: '/tmp/Dockerfile', before: 'a\n', after: 'b\n' },
      ],
      plain,
    ),
  ).toBe(
    [
      '--- /dev/null',
      '+++ b/my app/.dockerignore\t',
      '@@ -0,0 +1 @@',
      '+.git',
      '--- a/Dockerfile',
      '+++ b/Dockerfile',
      '@@ -1 +1 @@',
      '-FROM a',
      '\\ No newline at end of file',
      '+FROM b',
      '\\ No newline at end of file',
      '--- /tmp/Dockerfile',
      '+++ /tmp/Dockerfile',
      '@@ -1 +1 @@',
      '-a',
      '+b',
      '',
    ].join('\n'),
  );
});

test('masks secrets in unchanged, removed and added lines', () => {
  const before = 'image: postgres\nTOKEN: |\n  -----BEGIN-----\n  hunter2hunter2\nPASSWORD postgres\n';
  const source = sourceText('f', before);
  const masked = [placeOf(source, '-----BEGIN-----\n  hunter2hunter2'), placeOf(source, 'postgres', 2)];
  const masks = masksOf(reportOf([finding(placeOf(source, 'TOKEN'), { masked })]));
  const after = before.replace('PASSWORD postgres', 'PASSWORD=postgres');
  expect(unifiedDiff([{ path: 'f', before, after }], { color: false, masks })).toBe(`--- a/f
+++ b/f
@@ -2,4 +2,4 @@
 TOKEN: |
   •••
   •••
-PASSWORD •••
+PASSWORD=•••
`);
});

test('keeps what patch needs of line ends and byte order marks; any other control character is a picture', () => {
  const files = [{ path: 'f', before: '\uFEFFa\r\u001B[31m\u202e\r\n', after: '\uFEFFb\tc\uFEFF\r\n' }];
  expect(unifiedDiff(files, plain)).toContain('-\uFEFFa␍␛[31m<U+202E>\r\n+\uFEFFb\tc<U+FEFF>\r\n');
  expect(unifiedDiff(files, { color: true })).toContain('-<U+FEFF>a␍␛[31m<U+202E>␍');
});
