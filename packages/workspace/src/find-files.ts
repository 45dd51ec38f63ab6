import { firstPathGlob } from '@dockwarden-internal/facts/source/path-globs';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { type CandidateKind, candidateKind, isPlainName } from './candidate-kind.ts';
import { looksLikeCompose } from './compose-content.ts';
import { entryDiagnostic } from './entry-diagnostic.ts';
import type { NodeFileSystem } from './file-system.ts';
import { garbledDiagnostic, isGarbled } from './garbled-name.ts';
import type { Listing } from './list-files.ts';
import { upwards } from './paths.ts';

export interface FoundFile {
  readonly path: string;
  readonly kind: CandidateKind;
}

export interface FoundFiles {
  /** Sorted by path. */
  readonly files: readonly FoundFile[];
  /** What is called like a file to lint and cannot be read; each calls for exit code 3, or 2 where a link leaves the root. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is called like a file to lint and is excluded, with the index of the glob that says so. */
  readonly excluded: readonly { readonly path: string; readonly by: number }[];
}

export interface FindOptions {
  /** Globs of paths that are not looked at; one that matches a folder takes all below it. */
  readonly exclude?: readonly string[];
  /** Folders to look in; absent: all of the root. */
  readonly within?: readonly string[];
}

/**
 * The files of a root that are linted: Dockerfiles and Containerfiles by name, Compose files by name and content.
 * Not among them: what git ignores, node_modules, what the configuration excludes.
 */
export function findFiles(fs: NodeFileSystem, listing: Listing, options: FindOptions = {}): FoundFiles {
  const isWithin = selection(options);
  const excludedBy = firstPathGlob(options.exclude);
  const isWanted = (path: string) => isWithin(path) && excludedBy(path) < 0;
  // `a/**` excludes all that the folder may hold, and not the folder.
  const isAbout = (folder: string) => isWanted(folder) && excludedBy(`${folder}/*`) < 0;
  const files: FoundFile[] = [];
  const excluded: { path: string; by: number }[] = [];
  const diagnostics: Diagnostic[] = listing.diagnostics.filter(({ path = '.' }) => path === '.' || isAbout(path));
  for (const path of plainNamedFolders(listing.files)) {
    if (isWanted(path)) diagnostics.push(entryDiagnostic(path, 'directory')!);
  }
  for (const path of listing.files) {
    const kind = candidateKind(path);
    if (!kind || !isWithin(path)) continue;
    const by = excludedBy(path);
    if (by >= 0) {
      excluded.push({ path, by });
      continue;
    }
    const entry = fs.entry(path);
    // Of what is called like a Compose file only the text tells.
    const text = entry === 'file' && kind === 'compose' ? fs.read(path) : '';
    const isLost = entry === 'absent' && isGarbled(path);
    const diagnostic = isLost
      ? garbledDiagnostic(path)
      : entryDiagnostic(path, text === undefined ? 'unreadable' : entry);
    if (diagnostic) diagnostics.push(diagnostic);
    else if (entry === 'file' && (kind === 'dockerfile' || looksLikeCompose(path, text!))) files.push({ path, kind });
  }
  return { files, diagnostics, excluded };
}

function selection({ within }: FindOptions): (path: string) => boolean {
  const folders = within?.filter((folder) => folder !== '.');
  const everywhere = !within || within.includes('.');
  return (path) => everywhere || folders!.some((folder) => path.startsWith(`${folder}/`));
}

/** Folders with files in them that are called `Dockerfile` or `compose.yaml`. */
function plainNamedFolders(files: readonly string[]): string[] {
  const found = new Set<string>();
  for (const path of files) {
    if (!/Dockerfile\/|Containerfile\/|compose\.ya?ml\//.test(path)) continue;
    for (const folder of upwards(path).slice(1, -1)) if (isPlainName(folder)) found.add(folder);
  }
  return [...found].sort();
}
