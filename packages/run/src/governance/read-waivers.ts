import type { Waivers } from '@dockwarden-internal/engine';
import { type Diagnostic, sourceText } from '@dockwarden-internal/syntax';
import { type Governed, namedFile } from './named-file.ts';
import { readOwners } from './read-owners.ts';

export const WAIVERS_FILE = 'dockwarden.waivers.yaml';

/** The most days that a waiver may last unless the configuration says otherwise. */
const MAX_DAYS = 180;

export interface ReadWaivers {
  /** From the root; there may be none. */
  readonly path: string;
  readonly waivers?: Waivers;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the workspace's waivers, and who may own them. */
export async function readWaivers(governed: Governed): Promise<ReadWaivers> {
  const { config, fs } = governed;
  const { file, maxDays = MAX_DAYS } = config.waivers ?? {};
  const { path, text, diagnostics } = namedFile(governed, file, { usual: WAIVERS_FILE, way: ['waivers', 'file'] });
  if (text === undefined) return { path, diagnostics };
  const { loadWaivers } = await import('@dockwarden-internal/policy/load');
  const loaded = loadWaivers(sourceText(path, text));
  if (loaded.diagnostics.length > 0) return { path, diagnostics: loaded.diagnostics };
  const owners = readOwners(fs);
  return { path, waivers: { list: loaded.waivers, maxDays, ...(owners && { owners }) }, diagnostics: [] };
}
