import { baseName, folderOf } from '../../kernel/path.ts';
import { pathGlobs } from '../../source/path-globs.ts';
import type { ComposeEnvironment } from '../load/model.ts';

/** Files that are merged into one model. */
export interface ComposeGroup {
  /** In the order of merging. */
  readonly paths: readonly string[];
  readonly environment?: ComposeEnvironment;
  /** Who says so; what a file itself says (`x-dockwarden`) comes between the two. */
  readonly environmentFrom?: 'configuration' | 'name';
}

/** Globs on paths from the root that say which files are for production or development. */
export interface EnvironmentGlobs {
  readonly production?: readonly string[];
  readonly development?: readonly string[];
}

interface NamedFile {
  readonly path: string;
  /** The name without its extension. */
  readonly stem: string;
}

/**
 * The models that Compose files make. Each file without a base is a model of its own; `compose.prod.yaml` is merged
 * over `compose.yaml` of its folder, as is `compose.override.yaml`, which Compose merges unasked; the base alone is a
 * model too, as it is what `docker compose -f compose.yaml` runs.
 * Source: Compose documentation, "Merge Compose files"; compose-go cli, default file names.
 */
export function composeGroups(paths: readonly string[], globs: EnvironmentGlobs = {}): ComposeGroup[] {
  const environmentOf = environmentReader(globs);
  const groups: ComposeGroup[] = [];
  for (const files of byFolder(paths)) {
    for (const file of files) {
      const base = baseOf(file, files);
      const members = base ? [base.path, file.path] : [file.path];
      groups.push({ paths: members, ...environmentOf(members) });
    }
  }
  return groups;
}

function byFolder(paths: readonly string[]): Iterable<readonly NamedFile[]> {
  const folders = new Map<string, NamedFile[]>();
  for (const path of [...new Set(paths)].sort()) {
    const folder = folderOf(path);
    const file = { path, stem: baseName(path).replace(/\.ya?ml$/, '') };
    const files = folders.get(folder);
    if (files) files.push(file);
    else folders.set(folder, [file]);
  }
  return folders.values();
}

/** The base's stem is the shortest beginning of the file's that a file of the folder has, up to a dot. */
function baseOf(file: NamedFile, files: readonly NamedFile[]): NamedFile | undefined {
  for (let dot = file.stem.indexOf('.'); dot > 0; dot = file.stem.indexOf('.', dot + 1)) {
    const base = fileWithStem(file.stem.slice(0, dot), files);
    if (base) return base;
  }
  // Compose takes either default name's override with either default name.
  const other = OTHER_DEFAULT.get(file.stem);
  return other ? fileWithStem(other, files) : undefined;
}

const OTHER_DEFAULT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'compose.override': 'docker-compose',
    'docker-compose.override': 'compose',
  }),
);

/** Of `.yaml` and `.yml` the one that Compose prefers for the name. */
function fileWithStem(stem: string, files: readonly NamedFile[]): NamedFile | undefined {
  const found = files.filter((file) => file.stem === stem && stem.includes('compose'));
  const preferred = stem === 'docker-compose' ? '.yml' : '.yaml';
  return found.find((file) => file.path.endsWith(preferred)) ?? found[0];
}

const PRODUCTION = /\.(?:prod|production)\./;
const DEVELOPMENT = /\.(?:override|dev|local)\./;

function environmentReader(globs: EnvironmentGlobs) {
  const production = pathGlobs(globs.production);
  const development = pathGlobs(globs.development);
  const configured = (path: string) =>
    production(path) ? 'production' : development(path) ? 'development' : undefined;
  return (paths: readonly string[]): Omit<ComposeGroup, 'paths'> => {
    const lastFirst = [...paths].reverse();
    const decided = firstOf(lastFirst, configured);
    if (decided) return { environment: decided, environmentFrom: 'configuration' };
    const named = firstOf(lastFirst, environmentOfName);
    return named ? { environment: named, environmentFrom: 'name' } : {};
  };
}

/** What a file's name says of where it is used; a container to develop in says so by its folder. */
export function environmentOfName(path: string): ComposeEnvironment | undefined {
  const name = baseName(path);
  if (/(?:^|\/)\.devcontainer\//.test(path)) return 'development';
  if (PRODUCTION.test(name)) return 'production';
  return DEVELOPMENT.test(name) ? 'development' : undefined;
}

function firstOf<T>(paths: readonly string[], read: (path: string) => T | undefined): T | undefined {
  for (const path of paths) {
    const value = read(path);
    if (value !== undefined) return value;
  }
  return undefined;
}
