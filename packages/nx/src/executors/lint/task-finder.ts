import { posix } from 'node:path';
import { byEachKey } from './by-each-key.ts';
import { type LintTask, pathsOf } from './lint-task.ts';

/** Finds the tasks that a path from the workspace root concerns, in their order. */
export interface TaskFinder {
  /**
   * Those that look at it, else those of the projects named, else the nearest project's, else all; none where the nearest
   * project has no task here.
   */
  readonly ownersOf: (path: string, projects?: readonly string[]) => readonly LintTask[];
  /** Like the owners; but what lies at the root concerns all, since a task that passes meanwhile would be kept. */
  readonly concernedBy: (path: string) => readonly LintTask[];
}

/** `roots` are folders of all projects, also of those that have no task here. */
export function taskFinder(tasks: readonly LintTask[], roots: readonly string[] = []): TaskFinder {
  const place = new Map(tasks.map((task, index) => [task, index]));
  const byPath = byEachKey(tasks, pathsOf);
  const byProject = byEachKey(tasks, ({ project }) => [project]);
  const byRoot = byEachKey(tasks, ({ root }) => [root]);
  const known = new Set([...roots, ...byRoot.keys()]);

  /** The tasks under these keys, each once. */
  const under = (index: ReadonlyMap<string, readonly LintTask[]>, keys: readonly string[]) => {
    const found = new Set(keys.flatMap((key) => index.get(key) ?? []));
    return [...found].sort((a, b) => place.get(a)! - place.get(b)!);
  };
  const orNearest = (above: readonly string[], isProject: (folder: string) => boolean) => {
    const nearest = above.find(isProject);
    return nearest === undefined ? tasks : (byRoot.get(nearest) ?? []);
  };
  return {
    ownersOf: (path, projects = []) => {
      const above = upwards(path);
      const asked = under(byPath, above);
      if (asked.length > 0) return asked;
      const named = under(byProject, projects);
      return named.length > 0 ? named : orNearest(above, (folder) => known.has(folder));
    },
    concernedBy: (path) => {
      const above = upwards(path);
      const asked = under(byPath, above);
      return asked.length > 0 ? asked : orNearest(above, (folder) => folder !== '.' && byRoot.has(folder));
    },
  };
}

/** A path and the folders above it, the nearest first; the root, `.`, is above all. */
function upwards(path: string): readonly string[] {
  const above: string[] = [];
  for (let each = path; each !== '.' && each !== '/'; each = posix.dirname(each)) above.push(each);
  return [...above, '.'];
}
