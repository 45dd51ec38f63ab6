import type { ProjectRoots } from './project-roots.ts';

export interface FilesByRoot {
  /** The files of each project, by its root. */
  readonly byRoot: Map<string, string[]>;
  /** Files of no project, and so of no task. */
  readonly uncovered: readonly string[];
}

/** Shares files out between the projects that they lie in. */
export function filesByRoot(files: Iterable<string>, roots: ProjectRoots): FilesByRoot {
  const byRoot = new Map<string, string[]>();
  const uncovered: string[] = [];
  for (const path of files) {
    const root = roots.ownerOf(path);
    if (root === undefined) uncovered.push(path);
    else byRoot.set(root, [...(byRoot.get(root) ?? []), path]);
  }
  return { byRoot, uncovered };
}
