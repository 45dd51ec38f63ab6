import { pluginDataPath, readPluginData, writePluginData } from './plugin-data.ts';

/** Remembers, for the hook that runs after tasks, which files belong to no project and so to no task. */
export function rememberUncovered(workspaceRoot: string, files: readonly string[]): void {
  const path = pluginDataPath(workspaceRoot, 'uncovered');
  if (String(readUncovered(workspaceRoot)) !== String(files)) writePluginData(path, files);
}

export function readUncovered(workspaceRoot: string): readonly string[] {
  const data = readPluginData(pluginDataPath(workspaceRoot, 'uncovered'));
  return Array.isArray(data) ? data.filter((file) => typeof file === 'string') : [];
}

/** The sentences of it; empty where every file has a project. */
export function uncoveredNotice(files: readonly string[]): string[] {
  if (files.length === 0) return [];
  const shown = files.slice(0, 5).join(', ') + (files.length > 5 ? ', …' : '');
  const [verb, them] = files.length === 1 ? ['1 file belongs', 'it'] : [`${files.length} files belong`, 'them'];
  return [
    `${verb} to no project of Nx and so to no docker-lint: ${shown}`,
    `A project at the root covers ${them}: nx g @dockwarden/nx:init --rootProject`,
  ];
}
