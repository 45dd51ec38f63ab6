import { type FileSystem, joinPath } from '@dockwarden-internal/facts';
import { isComposeFolder } from '../../compose/own-folder.ts';

/** What of a project's folder ships: names in it. */
export interface PythonSources {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** Folders that no app imports or reads in production. */
const ASIDE =
  /^(?:\..*|tests?|docs?|examples?|notebooks?|venv|env|node_modules|dist|build|htmlcov|coverage|__pycache__|.*\.egg-info|requirements|scripts|tmp|logs?)$/;

/** Files of a project's root that are no part of the program. */
const TOOLING = /^(?:setup|conftest|noxfile|fabfile|tasks|locustfile|test_.*|.*_test)\.py$/;

export function pythonSources(fs: FileSystem, root: string): PythonSources {
  const names = fs.list(root);
  const kind = (name: string) => fs.kind(joinPath(root, name));
  return {
    folders: names.filter(
      (name) =>
        kind(name) === 'directory' &&
        !ASIDE.test(name) &&
        !isComposeFolder(fs, root, name) &&
        holdsFiles(fs, joinPath(root, name)),
    ),
    files: names.filter(
      (name) => kind(name) === 'file' && ((name.endsWith('.py') && !TOOLING.test(name)) || name === 'alembic.ini'),
    ),
  };
}

/** Git keeps no empty folder, so that a COPY of one fails elsewhere. A project of its own inside ships by itself. */
function holdsFiles(fs: FileSystem, folder: string, depth = 0): boolean {
  const names = fs.list(folder);
  if (
    depth === 0 &&
    names.some((name) => /^(?:pyproject\.toml|package\.json|project\.json|go\.mod|Cargo\.toml)$/.test(name))
  )
    return false;
  return names.some((name) => {
    const path = joinPath(folder, name);
    return fs.kind(path) === 'file' || (depth < 4 && name !== '__pycache__' && holdsFiles(fs, path, depth + 1));
  });
}
