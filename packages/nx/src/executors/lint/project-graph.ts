import type { ExecutorContext } from '@nx/devkit';

type NxGraph = Pick<NonNullable<ExecutorContext['projectGraph']>, 'nodes' | 'dependencies'>;

/**
 * Nx's project graph by folders. It knows what no manifest says: which project imports which, as in workspaces that tie projects
 * together by paths of TypeScript. `implicit` dependencies are for the order of tasks; those that files declare are read from there.
 */
export function graphByFolder(graph: NxGraph | undefined): Map<string, string[]> {
  const folderOf = (name: string) => graph?.nodes[name]?.data.root;
  return new Map(
    Object.entries(graph?.nodes ?? {}).map(([name, node]) => [
      node.data.root,
      (graph?.dependencies[name] ?? []).flatMap(({ type, target }) =>
        type === 'implicit' ? [] : (folderOf(target) ?? []),
      ),
    ]),
  );
}
