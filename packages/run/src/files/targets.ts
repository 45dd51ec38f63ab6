import type { CandidateKind } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { entryDiagnostic, findFiles, namedKind, type Workspace } from '@dockwarden-internal/workspace';
import { notThere } from './groups.ts';

/** What is linted below one root. */
export interface Targets {
  readonly workspace: Workspace;
  /** All files of the root that take part, for links between them. */
  readonly files: readonly { readonly path: string; readonly kind: CandidateKind }[];
  /** Those whose findings are wanted; absent: all. */
  readonly only?: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Files are linted whatever they are called; folders for what is found in them; without paths, the whole root. */
export function findTargets(
  workspace: Workspace,
  paths: readonly string[] | undefined,
  exclude: readonly string[],
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
      for (const file of all.files) if (isBelow(file.path, path)) only.add(file.path);
      diagnostics.push(...all.diagnostics.filter((each) => each.path !== undefined && isBelow(each.path, path)));
      continue;
    }
    const problem = entry === 'absent' ? notThere(path) : entryDiagnostic(path, entry);
    if (problem) {
      diagnostics.push(problem);
      continue;
    }
    only.add(path);
    if (!known.has(path)) extra.set(path, namedKind(path));
  }
  const files = [...all.files, ...[...extra].map(([path, kind]) => ({ path, kind }))];
  return { workspace, files, only, diagnostics };
}

function isBelow(path: string, folder: string): boolean {
  return folder === '.' || path === folder || path.startsWith(`${folder}/`);
}
