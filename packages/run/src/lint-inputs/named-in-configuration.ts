import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { within } from './glob-path.ts';

/** The configuration of the workspace. */
export const CONFIGURATION_FILE = 'dockwarden.yaml';

/**
 * Files that `dockwarden.yaml`, or another file in its place, names (packs, waivers, baseline, shared terms), by their looks and without a YAML parser: any word
 * that is a relative path with a known ending. A word too many only widens the inputs of the tasks.
 */
export function filesNamedInConfiguration(workspaceRoot: string, path = CONFIGURATION_FILE): string[] {
  let text: string;
  try {
    text = readFileSync(join(workspaceRoot, path), 'utf8');
  } catch {
    return [];
  }
  const words = text.split(/[\s"'#{}[\],]+/).filter((word) => /^[^:*]+\.(?:ya?ml|json)$/.test(word));
  const files = words.flatMap((word) => within('.', word) ?? []);
  return [...new Set(files)].sort();
}
