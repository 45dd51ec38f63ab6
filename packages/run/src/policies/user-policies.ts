import { vocabulary } from '@dockwarden-internal/facts';
import type { ConditionDocument, PolicyDocument } from '@dockwarden-internal/policy';
import { type Diagnostic, type Place, sourceText } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import { leavesRoot, policyFiles } from './policy-files.ts';

export interface UserPolicies {
  readonly documents: readonly PolicyDocument[];
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the files, by policy. */
  readonly files: ReadonlyMap<string, string>;
  /** Ids of the policies that are there and not fit to run. */
  readonly unfit: ReadonlySet<string>;
}

export interface PolicySurroundings {
  /** Ids of the policies that come with the product. */
  readonly takenIds: ReadonlySet<string>;
  readonly sharedTerms: Readonly<Record<string, ConditionDocument>>;
}

/** The workspace's own policies: `policies/**\/*.policy.yaml` below the root. */
export async function userPolicies(fs: NodeFileSystem, around: PolicySurroundings): Promise<UserPolicies> {
  const { paths, diagnostics } = policyFiles(fs);
  const documents: PolicyDocument[] = [];
  const faults = [...diagnostics];
  const files = new Map<string, string>();
  const unfit = new Set<string>();
  if (paths.length === 0) return { documents, diagnostics, files, unfit };
  const [{ loadPolicy }, { linearPattern }] = await Promise.all([
    import('@dockwarden-internal/policy/load'),
    import('./linear-pattern.ts'),
  ]);
  for (const path of paths) {
    const text = fs.entry(path) === 'outside' ? undefined : fs.read(path);
    if (text === undefined) {
      faults.push(unreadable(fs, path));
      continue;
    }
    const loaded = loadPolicy(sourceText(path, text), vocabulary, linearPattern, around.sharedTerms);
    faults.push(...loaded.diagnostics);
    const { document } = loaded;
    if (!document) {
      if (loaded.id !== undefined) unfit.add(loaded.id);
      continue;
    }
    const other =
      files.get(document.id) ?? (around.takenIds.has(document.id) ? 'a policy that comes with dockwarden' : undefined);
    if (other !== undefined) {
      faults.push(taken(document.id, other, loaded.idPlace));
      continue;
    }
    files.set(document.id, path);
    documents.push(document);
  }
  return { documents, diagnostics: faults, files, unfit };
}

function unreadable(fs: NodeFileSystem, path: string): Diagnostic {
  if (fs.entry(path) === 'outside') return leavesRoot(path);
  const message = `the policy ${path} cannot be read`;
  return { code: 'policy/unreadable', message, hint: 'mend its permissions, or remove it', path, exit: 2 };
}

function taken(id: string, other: string, place: Place | undefined): Diagnostic {
  const hint = 'give it another id; an area of your own, such as house/…, keeps clear of policies to come';
  return { code: 'policy/id', message: `the id ${id} is taken by ${other}`, hint, ...(place && { place }), exit: 2 };
}
