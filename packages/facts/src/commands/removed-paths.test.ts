import { parseShell } from '@dockwarden-internal/syntax';
import { readCommand } from './read-command.ts';
import { removedPaths } from './removed-paths.ts';

const removed = (text: string) =>
  removedPaths(readCommand(parseShell(text, (start, end) => ({ start, end })).commands[0]!)).map(({ path }) => path);

test.each([
  ['rm -rf /var/lib/apt/lists/*', ['/var/lib/apt/lists']],
  ['rm -rf /var/lib/apt/lists', ['/var/lib/apt/lists']],
  ['rm -rf /var/lib/apt/lists/', ['/var/lib/apt/lists']],
  ['rm -rf "/var/lib/apt/lists"/*', ['/var/lib/apt/lists']],
  ['rm -rf /var/cache//apk/*/*', ['/var/cache/apk']],
  ['rm -rf /a/.* /b/.[!.]*', ['/a', '/b']],
  ['rm -rf /var/{lib/apt,cache}/* /tmp/*.deb', ['/var/lib/apt', '/var/cache', '/tmp/*.deb']],
  ['rm -rf /* *', ['/', '.']],
  ['rm -- -x', ['-x']],
  ['rmdir /a', ['/a']],
  ['find /a /b -type f -delete', ['/a', '/b']],
  ['find /a -mindepth 1 -delete', ['/a']],
  ['find /a -depth -exec rm -rf {} +', ['/a']],
  ['find /a -name "*.pyc" -delete', []],
  ['find /a -type f', []],
  ['find /a -name x -exec rm -rf {} +', []],
  ['xargs rm -rf {}', []],
  ['find /a ! -newer x -delete', []],
  ['apt-get clean', []],
  ['echo rm /a', []],
])('%s', (text, paths) => {
  expect(removed(text)).toEqual(paths);
});

test('a path in a variable is unresolved, and each path has its place', () => {
  const text = 'rm -rf "$HOME/.cache" /a';
  const paths = removedPaths(readCommand(parseShell(text, (start, end) => ({ start, end })).commands[0]!));
  expect(paths).toMatchObject([{ path: '$HOME/.cache', unresolved: true }, { path: '/a' }]);
  expect(paths.map(({ span }) => text.slice(span.start, span.end))).toEqual(['"$HOME/.cache"', '/a']);
  expect(paths[1]).not.toHaveProperty('unresolved');
});
