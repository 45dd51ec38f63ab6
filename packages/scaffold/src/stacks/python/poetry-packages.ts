import { type FileSystem, joinPath } from '@dockwarden-internal/facts';
import { resolveFolder } from '../../paths/resolve-folder.ts';
import { type TomlTable, tableAt, textAt } from '../../toml/toml-value.ts';
import { lockedNames } from './locked-names.ts';
import type { PythonPackages } from './python-packages.ts';
import { namesOf } from './uv-packages.ts';

/** Packages by Poetry, in both of its notations. Source: Poetry, "The pyproject.toml file". */
export function poetryPackages(fs: FileSystem, root: string, manifest: TomlTable): PythonPackages | undefined {
  const lockfile = joinPath(root, 'poetry.lock');
  const lock = fs.read(lockfile);
  if (lock === undefined) return undefined;
  const poetry = tableAt(manifest, 'tool', 'poetry');
  const wanted = tableAt(poetry, 'dependencies') ?? {};
  const local = Object.keys(wanted).flatMap((key) => {
    const path = textAt(wanted, key, 'path');
    return (path !== undefined && resolveFolder(root, path)) || [];
  });
  const name = textAt(manifest, 'project', 'name') ?? textAt(poetry, 'name');
  return {
    manager: 'poetry',
    context: local.length > 0 ? 'workspace' : 'project',
    ...(name !== undefined && { name }),
    manifests: [joinPath(root, 'pyproject.toml'), lockfile],
    local: local.sort(),
    developmentManifests: [],
    names: new Set([...lockedNames(lock), ...namesOf(manifest)]),
    hasDevelopment:
      tableAt(poetry, 'group') !== undefined ||
      tableAt(poetry, 'dev-dependencies') !== undefined ||
      tableAt(manifest, 'dependency-groups') !== undefined,
    why: lockfile,
  };
}
