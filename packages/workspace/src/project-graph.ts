/**
 * What a task runner knows of which project needs which, such as by the imports in their sources: the folder of each project, from
 * the root (`.` is the root), with the folders of those that it needs directly.
 */
export type ProjectGraph = ReadonlyMap<string, readonly string[]>;

/** The dependencies that files declare, by name, and those of the graph; folders that are no project of ours are left out. */
export function withGraph(
  declared: ReadonlyMap<string, readonly string[]>,
  projects: readonly { readonly name: string; readonly root: string }[],
  graph: ProjectGraph,
): ReadonlyMap<string, readonly string[]> {
  if (graph.size === 0) return declared;
  const names = new Map(projects.map(({ name, root }) => [root, name]));
  return new Map(
    projects.map(({ name, root }) => {
      const known = (graph.get(root) ?? []).flatMap((other) => names.get(other) ?? []);
      return [name, [...(declared.get(name) ?? []), ...known]];
    }),
  );
}
