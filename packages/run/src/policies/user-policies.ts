import { vocabulary } from '@dockwarden-internal/facts';
import type { PolicyDocument } from '@dockwarden-internal/policy';
import { type Diagnostic, sourceText } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';

export interface UserPolicies {
  readonly documents: readonly PolicyDocument[];
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the files, by policy. */
  readonly files: ReadonlyMap<string, string>;
}

const folder = 'policies';
/** Folders below `policies/` that are looked into. */
const deepest = 8;

/** The workspace's own policies: `policies/**\/*.policy.yaml` below the root. */
export async function userPolicies(fs: NodeFileSystem, takenIds: ReadonlySet<string>): Promise<UserPolicies> {
  const paths = policyFiles(fs, folder, 0);
  if (paths.length === 0) return { documents: [], diagnostics: [], files: new Map() };
  const [{ loadPolicy }, { linearPattern }] = await Promise.all([
    import('@dockwarden-internal/policy/load'),
    import('./linear-pattern.ts'),
  ]);
  return readPolicies(fs, paths, takenIds, (source) => loadPolicy(source, vocabulary, linearPattern));
}

type Load = (source: ReturnType<typeof sourceText>) => {
  document?: PolicyDocument;
  diagnostics: readonly Diagnostic[];
};

function readPolicies(
  fs: NodeFileSystem,
  paths: readonly string[],
  takenIds: ReadonlySet<string>,
  load: Load,
): UserPolicies {
  const documents: PolicyDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, string>();
  for (const path of paths) {
    const text = fs.entry(path) === 'outside' ? undefined : fs.read(path);
    if (text === undefined) {
      const message =
        fs.entry(path) === 'outside'
          ? `the policy ${path} is a link out of the root and is not followed`
          : `the policy ${path} cannot be read`;
      diagnostics.push({ code: 'policy/unreadable', message, hint: 'keep policies below the root', path, exit: 2 });
      continue;
    }
    const { document, diagnostics: faults } = load(sourceText(path, text));
    diagnostics.push(...faults);
    if (!document) continue;
    const other = files.get(document.id);
    if (other !== undefined || takenIds.has(document.id)) {
      const message = `the id ${document.id} is taken by ${other ?? 'a policy that comes with dockwarden'}`;
      diagnostics.push({
        code: 'policy/id',
        message,
        hint: 'give it an area of its own, such as house/…',
        path,
        exit: 2,
      });
      continue;
    }
    files.set(document.id, path);
    documents.push(document);
  }
  return { documents, diagnostics, files };
}

function policyFiles(fs: NodeFileSystem, path: string, depth: number): string[] {
  if (depth > deepest) return [];
  return fs.list(path).flatMap((name) => {
    const child = `${path}/${name}`;
    if (/\.policy\.ya?ml$/.test(name)) return [child];
    return name !== 'node_modules' && fs.entry(child) === 'directory' ? policyFiles(fs, child, depth + 1) : [];
  });
}
