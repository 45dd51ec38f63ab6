import type { ProjectModel } from '@dockwarden-internal/facts';

/** All that can be reached from each name, sorted and without itself; rings are walked once. Names that are no project are dropped. */
export function closures(direct: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const start of direct.keys()) {
    const reached = new Set<string>();
    const pending = [start];
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      for (const next of direct.get(name) ?? []) {
        if (next === start || reached.has(next) || !direct.has(next)) continue;
        reached.add(next);
        pending.push(next);
      }
    }
    found.set(start, [...reached].sort());
  }
  return found;
}

/**
 * The projects with other dependencies, by name, and the closures that follow: for a caller that knows more than the files say, such as
 * a task runner's project graph.
 */
export function withDependencies(
  projects: readonly ProjectModel[],
  direct: ReadonlyMap<string, readonly string[]>,
): ProjectModel[] {
  const names = new Set(projects.map((project) => project.name));
  const clean = new Map(
    projects.map(({ name }) => [
      name,
      [...new Set(direct.get(name))].filter((other) => other !== name && names.has(other)).sort(),
    ]),
  );
  const closed = closures(clean);
  return projects.map((project) => ({
    ...project,
    dependencies: clean.get(project.name)!,
    closure: closed.get(project.name)!,
  }));
}
