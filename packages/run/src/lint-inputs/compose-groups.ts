import {
  buildOf,
  buildWorld,
  type Compose,
  contextFolder,
  dockerfilePath,
  type FileSystem,
} from '@dockwarden-internal/facts';
import { readEnvFiles } from '@dockwarden-internal/facts/compose/read/attachments';
import { folderOf } from '@dockwarden-internal/facts/kernel/path';

/** The Compose files of one folder, which Compose may merge, with what they name. Paths are relative to the workspace root. */
export interface ComposeGroup {
  /** The folder's Compose files, all that they include or extend, and their files of variables, there or not; sorted. */
  readonly files: readonly string[];
  /** Dockerfiles that they build, there or not, each with the contexts that it is built from. */
  readonly builds: Readonly<Record<string, readonly string[]>>;
}

/**
 * Groups Compose files by folder, with what their models read: the same that facts are told from, so that nothing is followed in another
 * way than Compose does.
 */
export async function composeGroups(fs: FileSystem, root: string, paths: readonly string[]): Promise<ComposeGroup[]> {
  if (paths.length === 0) return [];
  const { parseYaml } = await import('@dockwarden-internal/syntax/yaml/parse-yaml');
  const files = paths.map((path) => ({ path, kind: 'compose' as const }));
  // Where Dockerfiles and contexts lie does not depend on projects or settings.
  const world = buildWorld({ fs, workspace: { root, tool: 'folder', projects: [] }, settings: {}, files, parseYaml });
  const byFolder = new Map<string, Compose[]>();
  for (const compose of world.composes) {
    const folder = folderOf(compose.model.files[0]?.path ?? '.');
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), compose]);
  }
  return [...byFolder.values()].map(groupOf);
}

function groupOf(composes: readonly Compose[]): ComposeGroup {
  const files = new Set<string>();
  const builds = new Map<string, Set<string>>();
  for (const { model, services } of composes) {
    for (const path of [...model.files.map((source) => source.path), ...model.reads]) files.add(path);
    for (const service of services) {
      for (const { path } of readEnvFiles(service.settings.value))
        if (typeof path.path === 'string') files.add(path.path);
      const build = buildOf(service);
      const dockerfile = build && dockerfilePath(build);
      const context = build && contextFolder(build);
      // A path with a variable that nothing sets is followed by no fact.
      if (typeof dockerfile !== 'string' || typeof context !== 'string') continue;
      builds.set(dockerfile, (builds.get(dockerfile) ?? new Set()).add(context));
    }
  }
  return {
    files: [...files].sort(),
    builds: Object.fromEntries(Array.from(builds, ([dockerfile, contexts]) => [dockerfile, [...contexts].sort()])),
  };
}
