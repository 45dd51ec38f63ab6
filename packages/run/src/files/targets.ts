import { type CandidateKind, isWithin } from '@dockwarden-internal/facts';
import type { Diagnostic, Place } from '@dockwarden-internal/syntax';
import {
  type Entry,
  entryDiagnostic,
  type FoundFiles,
  findFiles,
  isPlainName,
  mayBeCompose,
  namedKind,
  type Workspace,
} from '@dockwarden-internal/workspace';
import { notThere, PIPE_HINT } from './groups.ts';
import { ofIgnoreFile } from './of-ignore-file.ts';

/** What is linted below one root. */
export interface Targets {
  readonly workspace: Workspace;
  /** All files of the root that take part, for links between them. */
  readonly files: readonly { readonly path: string; readonly kind: CandidateKind }[];
  /** Those whose findings are wanted; absent: all. */
  readonly only?: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Files are linted whatever they are called, also where they are excluded; an ignore file stands for the Dockerfiles that it may speak
 * for, a folder for what is found in it; without paths, the whole root. `placeOf` tells where the configuration excludes something.
 */
export function findTargets(
  workspace: Workspace,
  paths: readonly string[] | undefined,
  exclude: readonly string[],
  placeOf?: (path: readonly (string | number)[]) => Place,
): Targets {
  const { fs, listing } = workspace;
  const all = findFiles(fs, listing, { exclude });
  if (!paths) return { workspace, files: all.files, diagnostics: [...workspace.diagnostics, ...all.diagnostics] };
  const diagnostics: Diagnostic[] = [...workspace.diagnostics];
  const only = new Set<string>();
  const extra = new Map<string, CandidateKind>();
  const known = new Set(all.files.map((file) => file.path));
  for (const path of paths) {
    const entry = fs.entry(path);
    if (entry === 'directory') {
      const below = all.files.filter((file) => isWithin(file.path, path));
      for (const file of below) only.add(file.path);
      if (below.length === 0) diagnostics.push(...allExcluded(path, all, placeOf));
      const here = all.diagnostics.filter((each) => each.path !== undefined && isWithin(each.path, path));
      // An empty folder is in no listing.
      const isMeantAsFile = isPlainName(path) && here.length === 0 && below.length === 0;
      diagnostics.push(...(isMeantAsFile ? [entryDiagnostic(path, 'directory')!] : here));
      continue;
    }
    const spokenFor = ofIgnoreFile(path, all.files);
    if (entry === 'file' && spokenFor) {
      for (const each of spokenFor) only.add(each);
      continue;
    }
    const text = entry === 'file' ? fs.read(path) : undefined;
    const isUnread = entry === 'file' && text === undefined;
    const problem = namedProblem(path, isUnread ? 'unreadable' : entry, known);
    if (problem) {
      diagnostics.push(problem);
      continue;
    }
    const kind = namedKind(path);
    if (kind === 'compose' && !mayBeCompose(text ?? '')) {
      diagnostics.push(notCompose(path));
      continue;
    }
    only.add(path);
    if (!known.has(path)) extra.set(path, kind);
  }
  const files = [...all.files, ...[...extra].map(([path, kind]) => ({ path, kind }))];
  return { workspace, files, only, diagnostics };
}

/** Why what was named cannot be linted. */
function namedProblem(path: string, entry: Entry, linted: ReadonlySet<string>): Diagnostic | undefined {
  if (entry === 'absent') return notThere(path, [...linted]);
  const problem = entryDiagnostic(path, entry);
  return problem && entry === 'special' ? { ...problem, hint: PIPE_HINT } : problem;
}

/** Why a folder that was named has nothing to lint, where the configuration is why. */
function allExcluded(folder: string, { excluded }: FoundFiles, placeOf?: (path: (string | number)[]) => Place) {
  const first = excluded.find(({ path }) => isWithin(path, folder));
  if (!first) return [];
  const diagnostic: Diagnostic = {
    code: 'files/excluded',
    message: `All that could be linted in ${folder} is excluded by the configuration.`,
    hint: 'Name the files, which are linted all the same, or take the line out.',
    path: folder,
    ...(placeOf && { place: placeOf(['exclude', first.by]) }),
    exit: 2,
  };
  return [diagnostic];
}

function notCompose(path: string): Diagnostic {
  return {
    code: 'files/not-compose',
    message: `${path} is no Compose file: it has neither services nor include.`,
    hint: 'Name a Dockerfile or a Compose file.',
    path,
    exit: 3,
  };
}
