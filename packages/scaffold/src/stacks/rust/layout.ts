import { type FileSystem, isWithin, joinPath } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { resolveFolder } from '../../paths/resolve-folder.ts';
import { readToml } from '../../toml/read-toml.ts';
import { type TomlTable, tableAt, textAt, textsAt } from '../../toml/toml-value.ts';
import type { RustLayout } from './rust-app.ts';

const CRATES = 200;

/** The crates of a project with a Cargo.toml, and what cargo needs beside them. Source: The Cargo Book, "Workspaces", "Specifying Dependencies". */
export function rustLayout(fs: FileSystem, root: string, manifest: TomlTable): RustLayout | Diagnostic {
  const name = textAt(manifest, 'package', 'name') ?? '';
  const own = joinPath(root, 'Cargo.lock');
  const members = root === '.' ? [] : workspaceMembers(fs);
  const member = members.includes(root);
  const lockfile = member ? 'Cargo.lock' : own;
  if (fs.kind(lockfile) !== 'file') return unlocked(joinPath(root, 'Cargo.toml'));
  const crates = member ? [...members.filter((folder) => folder !== '.')] : pathCrates(fs, root, manifest);
  const context = member || crates.some((folder) => !isWithin(folder, root)) ? 'workspace' : 'project';
  const top = member ? '.' : root;
  const files = ['Cargo.toml', 'Cargo.lock', '.cargo/config.toml'].map((file) => joinPath(top, file));
  return {
    context,
    name,
    member,
    files: member ? files.filter((file) => fs.kind(file) === 'file') : [],
    crates: context === 'project' ? [root] : crates,
    lockfile,
  };
}

/** Folders of the root's workspace, for patterns of one wildcard at their end. */
function workspaceMembers(fs: FileSystem): string[] {
  const manifest = readToml(fs.read('Cargo.toml') ?? '');
  const table = tableAt(manifest, 'workspace');
  if (!table) return [];
  const expand = (pattern: string): string[] => {
    const base = resolveFolder('.', pattern.replace(/\/?\*$/, '') || '.');
    if (base === undefined || /[*?[]/.test(base)) return [];
    return pattern.endsWith('*') ? fs.list(base).map((name) => joinPath(base, name)) : [base];
  };
  const without = new Set(textsAt(table, 'exclude').flatMap(expand));
  const found = textsAt(table, 'members').flatMap(expand);
  return [...new Set(found)]
    .filter((folder) => !without.has(folder) && fs.kind(joinPath(folder, 'Cargo.toml')) === 'file')
    .sort();
}

/** The crate and those that it names by a path, directly or not. */
function pathCrates(fs: FileSystem, root: string, manifest: TomlTable): string[] {
  const found = new Map([[root, manifest]]);
  for (const [folder, table] of found)
    for (const path of localPaths(table)) {
      const below = resolveFolder(folder, path);
      const read =
        below === undefined || found.has(below) ? undefined : readToml(fs.read(joinPath(below, 'Cargo.toml')) ?? '');
      if (below !== undefined && read && found.size < CRATES) found.set(below, read);
    }
  return [...found.keys()];
}

function localPaths(table: TomlTable): string[] {
  return ['dependencies', 'build-dependencies', 'dev-dependencies'].flatMap((kind) => {
    const wanted = tableAt(table, kind) ?? {};
    return Object.keys(wanted).flatMap((key) => textAt(wanted, key, 'path') ?? []);
  });
}

function unlocked(path: string): Diagnostic {
  return {
    code: 'setup/no-lockfile',
    message: `${path} declares a program, and there is no Cargo.lock that locks its packages.`,
    hint: 'Run cargo generate-lockfile, and commit what it writes.',
    path,
    exit: 2,
  };
}
