import { memoryFileSystem } from '@dockwarden-internal/facts/testing/memory-file-system';
import { readToml } from '../../toml/read-toml.ts';
import { binaries } from './binary.ts';
import { rustLayout } from './layout.ts';

const layout = (files: Readonly<Record<string, string>>, root: string) =>
  rustLayout(memoryFileSystem(files), root, readToml(files[root === '.' ? 'Cargo.toml' : `${root}/Cargo.toml`]!)!);

test('a package of its own', () => {
  const files = { 'api/Cargo.toml': '[package]\nname = "api"\n', 'api/Cargo.lock': '' };
  expect(layout(files, 'api')).toMatchObject({ context: 'project', member: false, files: [], crates: ['api'] });
});

test('a member of the workspace at the root: cargo wants to see every member', () => {
  const files = {
    'Cargo.toml': '[workspace]\nmembers = ["apps/*", "libs/log", "libs/gone"]\nexclude = ["apps/web"]\n',
    'Cargo.lock': '',
    '.cargo/config.toml': '',
    'apps/api/Cargo.toml': '[package]\nname = "api"\n',
    'apps/web/Cargo.toml': '',
    'apps/notes.md': '',
    'libs/log/Cargo.toml': '',
  };
  expect(layout(files, 'apps/api')).toEqual({
    context: 'workspace',
    name: 'api',
    member: true,
    files: ['Cargo.toml', 'Cargo.lock', '.cargo/config.toml'],
    crates: ['apps/api', 'libs/log'],
    lockfile: 'Cargo.lock',
  });
});

test('a package with crates beside it needs the workspace', () => {
  const files = {
    'api/Cargo.toml': '[package]\nname = "api"\n[dependencies]\nlog = { path = "../log" }\n',
    'api/Cargo.lock': '',
    'log/Cargo.toml': '[package]\nname = "log"\n[dependencies.clock]\npath = "../clock"\n',
    'clock/Cargo.toml': '[dev-dependencies]\nlog = { path = "../log" }\nout = { path = "../../out" }\n',
  };
  expect(layout(files, 'api')).toMatchObject({ context: 'workspace', member: false, crates: ['api', 'log', 'clock'] });
});

test('without a lockfile it is a fault', () => {
  expect(layout({ 'Cargo.toml': '[package]\nname = "x"\n' }, '.')).toMatchObject({ code: 'setup/no-lockfile' });
});

test.each([
  ['[package]\nname = "x"\n', ['src/main.rs'], ['x'], 'x'],
  [
    '[package]\nname = "x"\ndefault-run = "b"\n',
    ['src/main.rs', 'src/bin/b.rs', 'src/bin/c/main.rs'],
    ['x', 'b', 'c'],
    'b',
  ],
  ['[package]\nname = "x"\n[[bin]]\nname = "y"\npath = "src/y.rs"\n', ['src/y.rs'], ['y'], 'y'],
  ['[package]\nname = "x"\n', ['src/lib.rs', 'src/bin/notes.md'], [], undefined],
])('%j has programs', (manifest, paths, all, chosen) => {
  const fs = memoryFileSystem(Object.fromEntries(paths.map((path) => [path, ''])));
  expect(binaries(fs, '.', readToml(manifest)!)).toEqual({ all, chosen });
});
