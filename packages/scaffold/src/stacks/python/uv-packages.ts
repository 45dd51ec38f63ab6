import { type FileSystem, folderOf, joinPath } from '@dockwarden-internal/facts';
import { resolveFolder } from '../../paths/resolve-folder.ts';
import { readToml } from '../../toml/read-toml.ts';
import { type TomlTable, tableAt, textAt, textsAt } from '../../toml/toml-value.ts';
import { lockedNames } from './locked-names.ts';
import type { PythonPackages } from './python-packages.ts';
import { requirementName } from './requirements.ts';

/** Packages by uv: a project with its own lockfile, or a member of the workspace whose lockfile lies at the root. */
export function uvPackages(fs: FileSystem, root: string, manifest: TomlTable): PythonPackages | undefined {
  const alone = fs.read(joinPath(root, 'uv.lock'));
  const lock = alone ?? fs.read('uv.lock');
  if (lock === undefined) return undefined;
  const name = textAt(manifest, 'project', 'name');
  const own = joinPath(root, 'pyproject.toml');
  const common = {
    manager: 'uv' as const,
    ...(name !== undefined && { name }),
    developmentManifests: [],
    names: new Set([...lockedNames(lock), ...namesOf(manifest)]),
    hasDevelopment:
      tableAt(manifest, 'dependency-groups') !== undefined || tableAt(manifest, 'tool', 'uv') !== undefined,
  };
  const lockfile = alone === undefined ? 'uv.lock' : joinPath(root, 'uv.lock');
  const top = folderOf(lockfile);
  const members = membersOf(
    fs,
    top,
    top === root ? manifest : readToml(fs.read(joinPath(top, 'pyproject.toml')) ?? ''),
  );
  if (alone === undefined && !members.includes(root)) return undefined;
  const local = localMembers(fs, members, root, manifest);
  const manifests = [
    ...new Set([
      joinPath(top, 'pyproject.toml'),
      lockfile,
      own,
      ...members.map((one) => joinPath(one, 'pyproject.toml')),
    ]),
  ];
  const context = top === root ? 'project' : 'workspace';
  return { ...common, context, manifests, local, why: lockfile };
}

/** What a pyproject.toml names itself, with extras. Source: pyproject.toml specification. */
export function namesOf(manifest: TomlTable): string[] {
  return textsAt(manifest, 'project', 'dependencies').flatMap((line) => requirementName(line) ?? []);
}

/** Folders that `tool.uv.workspace.members` means: literal paths, and one wildcard for the names in a folder. */
function membersOf(fs: FileSystem, top: string, manifest: TomlTable | undefined): string[] {
  const folders = textsAt(manifest, 'tool', 'uv', 'workspace', 'members').flatMap((pattern) => {
    const star = /^([^*?[\]]*\/)?\*$/.exec(pattern);
    const base = resolveFolder(top, star ? (star[1] ?? '.') : pattern);
    if (base === undefined) return [];
    return star ? fs.list(base).map((name) => joinPath(base, name)) : [base];
  });
  return folders.filter((folder) => fs.kind(joinPath(folder, 'pyproject.toml')) === 'file').sort();
}

/** Members that the project needs, directly or not: those of `tool.uv.sources` with `workspace = true`. */
function localMembers(fs: FileSystem, members: readonly string[], root: string, manifest: TomlTable): string[] {
  const read = members.map((folder) => ({
    folder,
    table: readToml(fs.read(joinPath(folder, 'pyproject.toml')) ?? ''),
  }));
  const needed = new Set<string>();
  const follow = [manifest];
  for (const table of follow)
    for (const wanted of namesOf(table)) {
      const member = read.find(
        (one) => requirementName(textAt(one.table, 'project', 'name') ?? '') === wanted.replace(/\[.*/, ''),
      );
      if (!member?.table || member.folder === root || needed.has(member.folder)) continue;
      needed.add(member.folder);
      follow.push(member.table);
    }
  return [...needed].sort();
}
