import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIGURATION_FILE } from '@dockwarden-internal/run/lint-inputs/configuration-file';
import { foldersUp } from '@dockwarden-internal/run/lint-inputs/glob-path';
import { Minimatch } from 'minimatch';

/** What `exclude` of `dockwarden.yaml` takes out: what a glob matches, and all below a folder that it matches. */
export async function excludedByConfiguration(workspaceRoot: string): Promise<(path: string) => boolean> {
  const globs = await readGlobs(join(workspaceRoot, CONFIGURATION_FILE));
  const matchers = globs.map(
    (glob) => new Minimatch(glob.replace(/^\.\//, '').replace(/\/$/, ''), { dot: true, nocomment: true }),
  );
  if (matchers.length === 0) return () => false;
  return (path) => foldersUp(path).some((part) => matchers.some((matcher) => matcher.match(part)));
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
