import { canonical } from '../canonical/canonical.ts';
import { isNull, type LocatedMap } from '../located.ts';
import type { Variables } from '../variables/expand.ts';
import { locate } from './locate.ts';
import { readTree, type Session } from './session.ts';

/** One document of a Compose file in canonical form, `extends` and `include` not yet followed. */
export interface LoadedDocument {
  readonly root: LocatedMap;
  /** Paths that it clears in what it is merged over. */
  readonly cleared: readonly (readonly string[])[];
  /** Those within services, from the service's own keys on, by service. */
  readonly clearedByService: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/**
 * The documents of a file, each of which Compose merges like a file of its own. Relative paths start from the folder.
 * Undefined where there is no such file.
 */
export function loadDocuments(
  session: Session,
  path: string,
  variables: Variables,
  folder: string | undefined,
): LoadedDocument[] | undefined {
  const tree = readTree(session, path);
  if (!tree) return undefined;
  const { faults, loaded } = session;
  if (!loaded.has(path)) loaded.set(path, new Set());
  for (const { code, message, span } of tree.faults) {
    faults.add(code.replace(/^syntax\//, ''), message, { source: tree.source, span });
  }
  const documents: LoadedDocument[] = [];
  for (const document of tree.documents) {
    const { root, cleared } = locate(document, { folder, variables, faults });
    const form = root && canonical(root, faults);
    if (form?.kind === 'map') documents.push({ root: form, cleared, clearedByService: byService(cleared) });
    else if (form && !isNull(form)) faults.add('root', 'A Compose file is a map at its top.', form.place);
  }
  return documents;
}

function byService(paths: readonly (readonly string[])[]): Map<string, (readonly string[])[]> {
  const services = new Map<string, (readonly string[])[]>();
  for (const [section, service, ...path] of paths) {
    if (section !== 'services' || service === undefined || path.length === 0) continue;
    const known = services.get(service);
    if (known) known.push(path);
    else services.set(service, [path]);
  }
  return services;
}
