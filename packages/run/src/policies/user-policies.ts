import { join } from 'node:path';
import { vocabulary } from '@dockwarden-internal/facts';
import type { PolicyDocument } from '@dockwarden-internal/policy';
import { type Diagnostic, type Place, type SourceText, sourceText } from '@dockwarden-internal/syntax';
import { realPath } from '../files/real-path.ts';
import { idFault, takenId } from './id-fault.ts';
import { type PolicyFiles, type PolicyFolder, policyFiles, unreadable } from './policy-files.ts';
import { sharedTerms, type Terms } from './shared-terms.ts';

export interface UserPolicies {
  readonly documents: readonly PolicyDocument[];
  /** Where each lies. One that comes with a package runs where a pack or the configuration says so. */
  readonly folders: ReadonlyMap<string, PolicyFolder>;
  /** Shared terms, those that come with the product among them. */
  readonly terms: Terms;
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the files, by policy and by shared term. */
  readonly files: ReadonlyMap<string, string>;
  /** Where a policy names the one that replaces it, by its id. */
  readonly replacements: ReadonlyMap<string, Place>;
  /** Ids of the policies that are there and not fit to run. */
  readonly unfit: ReadonlySet<string>;
}

export interface PolicySurroundings {
  /** Ids of the policies that come with the product; absent where those themselves are read. */
  readonly takenIds?: ReadonlySet<string>;
  readonly sharedTerms: Terms;
}

interface Found {
  readonly folder: PolicyFolder;
  readonly files: PolicyFiles;
}

/** The policies and terms of the workspace and of packages. What lies in two of the folders, by a link, counts once. */
export async function userPolicies(
  folders: readonly PolicyFolder[],
  around: PolicySurroundings,
): Promise<UserPolicies> {
  const found = folders.map((folder): Found => ({ folder, files: policyFiles(folder, around.takenIds) }));
  const diagnostics = found.flatMap(({ files }) => files.diagnostics);
  const read = reader(diagnostics);
  const termFiles = found.flatMap(({ folder, files }) => files.terms.flatMap((path) => read(folder, path) ?? []));
  const sources = found.flatMap(({ folder, files }) => files.policies.flatMap((path) => read(folder, path) ?? []));
  const documents: PolicyDocument[] = [];
  const files = new Map<string, string>();
  const unfit = new Set<string>();
  const replacements = new Map<string, Place>();
  const lying = new Map<string, PolicyFolder>();
  if (termFiles.length === 0 && sources.length === 0)
    return { documents, folders: lying, terms: around.sharedTerms, diagnostics, files, replacements, unfit };
  const [{ loadPolicy }, { linearPattern }] = await Promise.all([
    import('@dockwarden-internal/policy/load'),
    import('./linear-pattern.ts'),
  ]);
  const {
    terms,
    places,
    diagnostics: ofTerms,
  } = await sharedTerms(
    termFiles.map(({ source }) => source),
    around.sharedTerms,
  );
  diagnostics.push(...ofTerms);
  for (const { source, folder } of sources) {
    const loaded = loadPolicy(source, vocabulary, linearPattern, terms);
    diagnostics.push(...loaded.diagnostics);
    if (loaded.id === undefined) continue;
    const fault = idFault(loaded.id, files, around.takenIds);
    if (fault) diagnostics.push(takenId(fault, loaded.idPlace));
    if (!loaded.document) unfit.add(loaded.id);
    if (fault || !loaded.document) continue;
    files.set(loaded.id, source.path);
    documents.push(loaded.document);
    lying.set(loaded.id, folder);
    if (loaded.replacedByPlace) replacements.set(loaded.id, loaded.replacedByPlace);
  }
  return { documents, folders: lying, terms, diagnostics, files: new Map([...files, ...places]), replacements, unfit };
}

/** Reads files, each once; one that cannot be read is told. */
function reader(diagnostics: Diagnostic[]) {
  const seen = new Set<string>();
  return (folder: PolicyFolder, path: string): { source: SourceText; folder: PolicyFolder } | undefined => {
    const { fs, shown } = folder;
    const entry = fs.entry(path);
    const text = entry === 'file' ? fs.read(path) : undefined;
    if (text === undefined) diagnostics.push(unreadable(shown(path), entry));
    const real = realPath(join(fs.root, path)) ?? join(fs.root, path);
    if (text === undefined || seen.has(real)) return undefined;
    seen.add(real);
    return { source: sourceText(shown(path), text), folder };
  };
}
