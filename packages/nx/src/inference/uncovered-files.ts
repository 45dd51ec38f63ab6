import { createHash } from 'node:crypto';
import type { PluginOptions } from '../options/plugin-options.ts';
import { pluginDataPath, readPluginData, writePluginData } from './plugin-data.ts';

/**
 * Remembers, for the hook that runs after tasks, which files belong to no project and so to no task. nx.json may register the plugin several
 * times, each for files of its own, and each runs in a process of its own: what one has seen the other must not write over.
 */
export function rememberUncovered(workspaceRoot: string, options: PluginOptions, files: readonly string[]): void {
  if (String(readUncovered(workspaceRoot, options)) !== String(files))
    writePluginData(pathFor(workspaceRoot, options), files);
}

export function readUncovered(workspaceRoot: string, options: PluginOptions): readonly string[] {
  const data = readPluginData(pathFor(workspaceRoot, options));
  return Array.isArray(data) ? data.filter((file) => typeof file === 'string') : [];
}

function pathFor(workspaceRoot: string, { include, exclude, projectFiles }: PluginOptions): string {
  const told = JSON.stringify({ include, exclude, projectFiles });
  const suffix = told === '{}' ? '' : `-${createHash('sha1').update(told).digest('hex').slice(0, 8)}`;
  return pluginDataPath(workspaceRoot, `uncovered${suffix}`);
}

/** The sentences of it; empty where every file has a project. */
export function uncoveredNotice(files: readonly string[], target = 'docker-lint'): string[] {
  if (files.length === 0) return [];
  const shown = files.slice(0, 5).join(', ') + (files.length > 5 ? ', …' : '');
  const [verb, them] = files.length === 1 ? ['1 file belongs', 'it'] : [`${files.length} files belong`, 'them'];
  return [
    `${verb} to no project of Nx and so to no ${target}: ${shown}`,
    `A project at the root covers ${them}: nx g @dockwarden/nx:init --rootProject`,
  ];
}
