import type { Place } from '@dockwarden-internal/syntax';
import { folderOf } from '../../kernel/path.ts';
import { MAX_INCLUDE_DEPTH } from '../bounds.ts';
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
import { merge } from '../merge/merge.ts';
import { RULES, ruleAt } from '../merge/rules.ts';
import { resolvePath } from '../resolve-path.ts';
import { readEnvFile } from '../variables/env-file.ts';
import type { Variables } from '../variables/expand.ts';
import type { LoadedDocument } from './document.ts';
import { loadFiles } from './files.ts';
import { namedFile } from './named-file.ts';
import { sameData } from './same-data.ts';
import type { Session } from './session.ts';

const SECTIONS = ['services', 'volumes', 'networks', 'secrets', 'configs', 'models'];

interface Include {
  readonly place: Place;
  readonly paths: readonly LocatedScalar[];
  readonly projectDirectory?: LocatedScalar;
  readonly envFiles: readonly LocatedScalar[];
}

/**
 * Brings the resources of included files into a document. Each include is a model of its own, with its own folder and
 * `.env`, whose variables the including one's win over. What the document or an earlier include has too is merged over it.
 * Source: Compose file reference, "include"; compose-go importResources (from 2.10 on; older ones refuse such a resource).
 */
export function applyInclude(
  session: Session,
  variables: Variables,
  { root, cleared }: LoadedDocument,
  including: readonly string[],
): LocatedMap {
  const list = entryAt(root, 'include');
  if (!list) return root;
  const entries = new Map(root.entries);
  entries.delete('include');
  let model: LocatedMap = { ...root, entries };
  for (const item of list.value.kind === 'list' ? list.value.items : []) {
    const included = loadInclude(session, variables, readInclude(item), including);
    if (included) model = bringIn(session, model, included, cleared);
  }
  return model;
}

function readInclude(item: Located): Include {
  const path = item.kind === 'map' ? at(item, 'path') : item;
  const projectDirectory = scalars(at(item, 'project_directory'))[0];
  return { place: item.place, paths: scalars(path), projectDirectory, envFiles: scalars(at(item, 'env_file')) };
}

function loadInclude(
  session: Session,
  variables: Variables,
  include: Include,
  including: readonly string[],
): LocatedMap | undefined {
  const paths = include.paths.map((path) => namedFile(session, path));
  const first = paths[0];
  if (first === undefined || !paths.every((path) => path !== undefined) || including.length > MAX_INCLUDE_DEPTH) {
    session.open = true;
    return undefined;
  }
  if (including.includes(first)) {
    session.faults.add('include-circle', `${first} includes itself in the end.`, include.place);
    return undefined;
  }
  const directory = include.projectDirectory;
  const folder = directory ? localPath(directory) : folderOf(first);
  const inner = includedVariables(session, variables, include, folder);
  const missing = paths.find((path) => session.files.fileSystem.kind(path) !== 'file');
  if (missing !== undefined) {
    session.open = true;
    session.reads.add(missing);
    session.faults.add('include-file', `There is no file ${missing} to include.`, include.place);
  }
  return loadFiles(session, paths, inner, folder, including);
}

function includedVariables(
  session: Session,
  outer: Variables,
  include: Include,
  folder: string | undefined,
): Variables {
  const files =
    include.envFiles.length > 0 ? include.envFiles.map((file) => localPath(file)) : [resolvePath(folder, '.env')];
  const values = new Map<string, string>();
  for (const file of files) {
    if (file === undefined) continue;
    session.reads.add(file);
    const text = session.files.fileSystem.read(file);
    if (text === undefined && include.envFiles.length > 0) {
      session.faults.add('include-env-file', `There is no file ${file} to read variables from.`, include.place);
    }
    const read = readEnvFile(text ?? '', (name) => outer.get(name) ?? values.get(name));
    for (const [name, value] of read) values.set(name, value);
  }
  return { get: (name) => outer.get(name) ?? values.get(name), unset: outer.unset };
}

function bringIn(
  { faults }: Session,
  model: LocatedMap,
  included: LocatedMap,
  cleared: LoadedDocument['cleared'],
): LocatedMap {
  const left = clear(included, cleared);
  let result = model;
  for (const section of SECTIONS) {
    const from = entryAt(included, section);
    if (from?.value.kind !== 'map') continue;
    const into = at(result, section);
    const entries = new Map<string, LocatedEntry>(into?.kind === 'map' ? into.entries : []);
    for (const [key, entry] of from.value.entries) {
      const own = entries.get(key);
      if (!own) entries.set(key, entry);
      else if (!sameData(own.value, entry.value)) {
        const base = at(left, section, key);
        const value = base ? merge(base, own.value, ruleAt(ruleAt(RULES, section), key), faults) : own.value;
        entries.set(key, value === own.value ? own : { ...entry, value });
      }
    }
    result = withEntry(result, section, { ...(into?.kind === 'map' ? into : from.value), entries }, from.place);
  }
  return result;
}

function localPath(path: LocatedScalar): string | undefined {
  return path.holes.length > 0 || /^[a-z][a-z0-9+.-]*:\/\/|^git@/i.test(String(path.value))
    ? undefined
    : resolvePath(path.folder, String(path.value));
}

function scalars(value: Located | undefined): LocatedScalar[] {
  const items = value?.kind === 'list' ? value.items : value ? [value] : [];
  return items.filter((item): item is LocatedScalar => item.kind === 'scalar' && item.value !== null);
}
