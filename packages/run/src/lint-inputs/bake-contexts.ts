import { bakeFolder, buildWorld, type FileSystem, readTarget } from '@dockwarden-internal/facts';

/** The contexts that the Bake files of some folders give, by Dockerfile, there or not; paths are relative to the workspace root. */
export function bakeContexts(
  fs: FileSystem,
  root: string,
  folders: Iterable<string>,
): Readonly<Record<string, readonly string[]>> {
  // What a Bake file says does not depend on projects or settings.
  const world = buildWorld({ fs, workspace: { root, tool: 'folder', projects: [] }, settings: {}, files: [] });
  const contexts = new Map<string, Set<string>>();
  for (const folder of folders) {
    const read = bakeFolder(world, folder);
    for (const name of read?.names ?? []) {
      const { dockerfile, context } = readTarget(name, folder, read!.attributesOf(name), read!.variables);
      if (dockerfile === undefined || context === undefined) continue;
      contexts.set(dockerfile, (contexts.get(dockerfile) ?? new Set()).add(context));
    }
  }
  return Object.fromEntries(Array.from(contexts, ([dockerfile, all]) => [dockerfile, [...all].sort()]));
}
