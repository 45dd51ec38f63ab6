import { changeDiff } from './change-diff.ts';

test('a file that is new and one that changes, by the paths that are shown', () => {
  const changes = [
    { path: 'a/Dockerfile', before: undefined, after: 'FROM scratch\n' },
    { path: 'b/Dockerfile', before: 'FROM a\n', after: 'FROM b\n' },
  ];
  expect(changeDiff(changes, (path) => `apps/${path}`, false)).toBe(
    '--- /dev/null\n+++ b/apps/a/Dockerfile\n@@ -0,0 +1 @@\n+FROM scratch\n--- a/apps/b/Dockerfile\n+++ b/apps/b/Dockerfile\n@@ -1 +1 @@\n-FROM a\n+FROM b\n',
  );
});
