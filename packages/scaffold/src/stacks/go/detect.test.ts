import { appOf } from '../../testing/app-of.ts';
import { planned } from '../../testing/planned.ts';
import { goStack } from './go-stack.ts';

const MAIN = 'package main\n\nfunc main() {}\n';
const SERVER = 'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe(":9000", nil) }\n';
const found = (files: Readonly<Record<string, string>>, claims: string[] = []) =>
  planned(goStack, appOf(files, { claims })).found;

test('versions, program, port and health route come with their reasons', () => {
  const files = { 'go.mod': 'module x\ngo 1.26\n', 'main.go': `${SERVER}var _ = Handle("/healthz")\n` };
  expect(found(files, ['go 1.26 go.mod'])).toEqual([
    'Go: go.mod in .',
    'Go 1.26: 1.26 in go.mod',
    'program .: package main with func main',
    'port 9000: main.go listens on it',
    'health route /healthz: declared in main.go',
  ]);
});

test('the toolchain wins over the language, and a default over neither', () => {
  const files = { 'go.mod': 'module x\ngo 1.25\ntoolchain go1.27.3\n', 'main.go': MAIN };
  expect(found(files, ['go 1.25 go.mod'])).toContain('Go 1.27: toolchain in go.mod');
  expect(found({ 'go.mod': 'module x\n', 'main.go': MAIN })[1]).toMatch(/^Go 1\.\d+: no file names a version/);
});

test.each([
  [['cmd/web/main.go', 'cmd/api/main.go'], 'cmd/api'],
  [['cmd/web/main.go', 'cmd/zed/main.go'], 'cmd/web'],
  [['tools/gen/main.go', 'cmd/zed/main.go'], 'cmd/zed'],
  [['main.go', 'cmd/api/main.go'], '.'],
])('of %j the app is %s', (paths, program) => {
  const files = Object.fromEntries(paths.map((path) => [path, MAIN]));
  expect(found({ 'go.mod': 'module x\n', ...files })).toContain(`program ${program}: package main with func main`);
});

test('a program without a server has no port, and one that a C compiler takes part in says so', () => {
  const evidence = found({
    'go.mod': 'module x\nrequire github.com/mattn/go-sqlite3 v1.14.0\n',
    'go.sum': '',
    'main.go': MAIN,
  });
  expect(evidence).toContain('cgo: a package needs a C compiler');
  expect(evidence.join()).not.toContain('port');
});

test('a folder without Go below a module is no Go app; a library, or a module without sums, is a fault', () => {
  expect(goStack.detect(appOf({ 'web/index.html': '', 'go.mod': 'module x' }, { root: 'web' }), false)).toBeUndefined();
  expect(goStack.detect(appOf({ 'package.json': '{}' }), true)).toBeUndefined();
  expect(goStack.detect(appOf({ 'go.mod': 'module x', 'x.go': 'package x' }), false)).toMatchObject({
    code: 'setup/no-program',
  });
  const unlocked = appOf({ 'go.mod': 'module x\nrequire example.org/y v1.0.0\n', 'main.go': MAIN });
  expect(goStack.detect(unlocked, false)).toMatchObject({ code: 'setup/no-lockfile' });
});
