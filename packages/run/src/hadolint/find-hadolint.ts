import { posix } from 'node:path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import type { HadolintDocument } from './hadolint-document.ts';

/** The `.hadolint.yaml` files of a run. */
export interface HadolintFiles {
  /** What holds for a file: the nearest of its folder and those above it. */
  readonly of: (path: string) => HadolintDocument | undefined;
  /** Those that were read, from the root, sorted. */
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** In this order, as hadolint looks for them. Source: hadolint's README, "Configure". */
const NAMES = ['.hadolint.yaml', '.hadolint.yml'];

/**
 * Reads the `.hadolint.yaml` beside Dockerfiles and above them, up to the root; undefined where there is none. They are told from the
 * listing, so that a run without them asks nothing of the disk.
 */
export async function findHadolint(
  fs: Pick<NodeFileSystem, 'read'>,
  listing: readonly string[],
  files: readonly { readonly path: string; readonly kind: string }[],
): Promise<HadolintFiles | undefined> {
  const byFolder = hadolintByFolder(listing);
  if (byFolder.size === 0) return undefined;
  const dockerfiles = files.filter(({ kind }) => kind === 'dockerfile');
  const folders = new Set(dockerfiles.map(({ path }) => nearest(path, byFolder)));
  const paths = [...folders].flatMap((folder) => (folder === undefined ? [] : byFolder.get(folder)!)).sort();
  if (paths.length === 0) return undefined;

  const { readHadolint } = await import('./read-hadolint.ts');
  const documents = new Map<string, HadolintDocument>();
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const read = readHadolint(path, fs.read(path) ?? '');
    documents.set(posix.dirname(path), read.document);
    diagnostics.push(...read.diagnostics);
  }
  return {
    of: (path) => {
      const folder = nearest(path, documents);
      return folder === undefined ? undefined : documents.get(folder);
    },
    paths,
    diagnostics,
  };
}

/** The files of a listing by the folder that they hold for. */
export function hadolintByFolder(listing: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of [...NAMES].reverse())
    for (const path of listing) if (path === name || path.endsWith(`/${name}`)) found.set(posix.dirname(path), path);
  return found;
}

/** Of the folder of a file and those above it the nearest that is in the map. */
function nearest(path: string, folders: ReadonlyMap<string, unknown>): string | undefined {
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    if (folders.has(folder)) return folder;
    if (folder === '.' || folder === '/') return undefined;
  }
}
