import { folderOf } from '../../kernel/path.ts';
import { MAX_EXTENDS } from '../bounds.ts';
import {
  at,
  entryAt,
  type Located,
  type LocatedEntry,
  type LocatedMap,
  type LocatedScalar,
  withEntry,
} from '../located.ts';
import { clear } from '../merge/clear.ts';
import { dropRepeated, merge } from '../merge/merge.ts';
import { RULES, SERVICE_RULES } from '../merge/rules.ts';
import type { Variables } from '../variables/expand.ts';
import { type LoadedDocument, loadDocuments } from './document.ts';
import { namedFile } from './named-file.ts';
import { type Session, spendOn } from './session.ts';

interface Context {
  readonly session: Session;
  readonly variables: Variables;
  readonly path: string;
  readonly document: LoadedDocument;
}

/**
 * Replaces `extends` in every service of a document by what it stands for: the extended service, the service's own
 * values merged over it.
 * Source: Compose file reference, "extends".
 */
export function applyExtends(
  session: Session,
  variables: Variables,
  path: string,
  document: LoadedDocument,
): LocatedMap {
  const services = at(document.root, 'services');
  if (services?.kind !== 'map') return document.root;
  const context = { session, variables, path, document };
  const entries = new Map(services.entries);
  for (const entry of services.entries.values()) {
    if (entryAt(entry.value, 'extends'))
      entries.set(entry.key, { ...entry, value: builtAtHome(extended(entry, context, []), document.root) });
  }
  return withEntry(document.root, 'services', { ...services, entries });
}

/** The service with all that it extends; `chain` names the services on the way, to end circles. */
function extended(entry: LocatedEntry, context: Context, chain: readonly string[]): Located {
  const service = entry.value;
  const link = entryAt(service, 'extends');
  if (service.kind !== 'map' || !link) return service;
  const own = without(service, 'extends');
  const name = scalar(link.value.kind === 'scalar' ? link.value : at(link.value, 'service'));
  const file = scalar(at(link.value, 'file'));
  const { faults } = context.session;
  if (!name || name.holes.length > 0 || (file && file.holes.length > 0)) {
    context.session.open = true;
    return own;
  }
  const here = `${context.path}\0${entry.key}`;
  if (chain.includes(here) || chain.length >= MAX_EXTENDS) {
    faults.add('extends-circle', `The service ${entry.key} extends itself in the end.`, link.value.place);
    return own;
  }
  const target = file ? documentOf(file, context) : context;
  if (!target) return own;
  const base = entryAt(at(target.document.root, 'services'), String(name.value));
  if (!base) {
    // It may come from an include that could not be read.
    if (target === context && context.session.open) return own;
    faults.add('extends-service', `There is no service ${name.value} in ${target.path} to extend.`, name.place);
    return own;
  }
  const counted = context.session.loaded.get(target.path);
  if (counted !== 'all') counted?.add(base.key);
  const whole = extended(base, target, [...chain, here]);
  if (whole.kind !== 'map' || !spendOn(context.session, whole)) return own;
  const left = clear(whole, context.document.clearedByService.get(entry.key) ?? []);
  return without(merge(foreign(left), own, SERVICE_RULES, faults) as LocatedMap, 'extends');
}

/** A build without a context has that of the project, wherever the rest of it was written. */
function builtAtHome(service: Located, { folder }: LocatedMap): Located {
  const build = at(service, 'build');
  if (service.kind !== 'map' || build?.kind !== 'map' || build.entries.has('context')) return service;
  return withEntry(service, 'build', { ...build, folder });
}

/** The other file, its documents merged into one. */
function documentOf(file: LocatedScalar, context: Context): Context | undefined {
  const { session, variables } = context;
  const path = namedFile(session, file);
  const documents = path === undefined ? undefined : loadDocuments(session, path, variables, folderOf(path));
  const document = documents && mergeDocuments(documents, session);
  if (path !== undefined && document) return { session, variables, path, document };
  session.open = true;
  if (path !== undefined)
    session.faults.add('extends-file', `There is no Compose file ${path} to extend from.`, file.place);
  return undefined;
}

/** What a document clears is cleared in those before it; what the last one clears counts for services that extend others, too. */
function mergeDocuments(documents: readonly LoadedDocument[], { faults }: Session): LoadedDocument | undefined {
  const [first, ...more] = documents;
  return more.reduce(
    (below, over) =>
      below && {
        ...over,
        root: dropRepeated(merge(clear(below.root, over.cleared), over.root, RULES, faults), RULES) as LocatedMap,
      },
    first,
  );
}

/** The value with nothing in it to be fixed where it is used: an edit would change the extended service. */
function foreign<T extends Located>(value: T): T {
  if (value.kind === 'scalar') return { ...value, fixable: false };
  if (value.kind === 'list') return { ...value, fixable: false, items: value.items.map(foreign) };
  const entries = new Map<string, LocatedEntry>();
  for (const [key, entry] of value.entries) entries.set(key, { ...entry, value: foreign(entry.value) });
  return { ...value, fixable: false, entries };
}

function without(map: LocatedMap, key: string): LocatedMap {
  if (!map.entries.has(key)) return map;
  const entries = new Map(map.entries);
  entries.delete(key);
  return { ...map, entries };
}

function scalar(value: Located | undefined): LocatedScalar | undefined {
  return value?.kind === 'scalar' && value.value !== null ? value : undefined;
}
