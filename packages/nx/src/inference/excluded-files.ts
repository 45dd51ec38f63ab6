import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathGlobs } from '@dockwarden-internal/facts/source/path-globs';
import { CONFIGURATION_FILE } from '@dockwarden-internal/run/lint-inputs/configuration-file';

/** What `exclude` of `dockwarden.yaml` takes out: what a glob matches, and all below a folder that it matches. */
export async function excludedByConfiguration(workspaceRoot: string): Promise<(path: string) => boolean> {
  return pathGlobs(await readGlobs(join(workspaceRoot, CONFIGURATION_FILE)));
}

/** A configuration that is missing or broken excludes nothing: the linter says what is wrong with it. */
async function readGlobs(path: string): Promise<string[]> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return [];
  }
  if (!/^["']?exclude["']?[ \t]*:/m.test(text)) return [];
  // Loaded only here: it costs every command of Nx some 40 ms.
  const { parse } = await import('yaml');
  try {
    const value: unknown = parse(text)?.exclude;
    return Array.isArray(value) ? value.filter((glob) => typeof glob === 'string') : [];
  } catch {
    return [];
  }
}
