import { pluginDataPath, readPluginData, writePluginData } from './plugin-data.ts';

/** The days on which something that silences findings ends, `YYYY-MM-DD`. */
export interface Ends {
  readonly suppressions: readonly string[];
  readonly waivers: readonly string[];
}

/** Remembers, for the hook that runs before tasks, when the workspace's suppressions and waivers end. */
export function rememberEnds(workspaceRoot: string, ends: Ends): void {
  if (JSON.stringify(readEnds(workspaceRoot)) !== JSON.stringify(ends))
    writePluginData(pluginDataPath(workspaceRoot, 'ends'), ends);
}

export function readEnds(workspaceRoot: string): Ends {
  const data = readPluginData(pluginDataPath(workspaceRoot, 'ends')) as Partial<Ends> | undefined;
  return { suppressions: days(data?.suppressions), waivers: days(data?.waivers) };
}

function days(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((day) => typeof day === 'string') : [];
}
