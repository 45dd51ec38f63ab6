import { ownEntry } from '@dockwarden-internal/syntax';
import { type BaseEntry, type BaseLayer, type BaseTable, names, type TagLayer } from './base-entry.ts';
import type { BaseFacts, BaseRuntime } from './base-facts.ts';
import { type Captures, matchPattern } from './match-pattern.ts';

/** Profiles that extend each other in a ring end here. */
const DEPTH = 8;

interface Programs {
  readonly has: Set<string>;
  readonly lacks: Set<string>;
  readonly unsure: Set<string>;
  open: boolean;
}

/** The facts of an entry for a tag: its profiles from the outermost, each with the layers for the tag's words, then the entry itself. */
export function applyLayers(
  table: BaseTable,
  entry: BaseEntry,
  pattern: string,
  tag: string,
  captures: Captures,
): BaseFacts {
  const layers = [...profilesOf(table, entry), entry].flatMap((layer) => [layer, ...tagLayers(layer, tag)]);
  const programs: Programs = { has: new Set(), lacks: new Set(), unsure: new Set(), open: false };
  let facts: Partial<BaseFacts> = {};
  for (const layer of layers) {
    addPrograms(programs, layer);
    facts = merge(facts, layer, captures);
  }
  for (const shell of facts.shells ?? []) programs.has.add(shell);
  const lacks = new Set(programs.lacks);
  if (!programs.open)
    for (const name of names(table.asked)) if (!programs.has.has(name) && !programs.unsure.has(name)) lacks.add(name);
  return {
    ...EMPTY,
    data: facts.volumes ?? [],
    ...facts,
    entry: pattern,
    asOf: entry.asOf,
    programs: [...programs.has].sort(),
    lacks: [...lacks].filter((name) => !programs.has.has(name)).sort(),
  };
}

const EMPTY = {
  sources: [],
  variant: 'full',
  libc: 'glibc',
  user: '',
  uid: 0,
  users: {},
  shells: [],
  managers: [],
  runtimes: [],
  ports: [],
  workdir: '/',
  volumes: [],
  formerData: [],
  init: false,
  healthcheck: false,
  env: [],
  onbuild: [],
} as const;

function profilesOf(table: BaseTable, entry: BaseEntry): BaseLayer[] {
  const found: BaseLayer[] = [];
  let name = entry.extends;
  while (name !== undefined && found.length < DEPTH && Object.hasOwn(table.profiles, name)) {
    const profile: BaseLayer = table.profiles[name]!;
    found.unshift(profile);
    name = profile.extends;
  }
  return found;
}

function tagLayers(layer: BaseLayer, tag: string): TagLayer[] {
  const words = tag.split('-');
  return (layer.tags ?? []).filter(({ words: wanted }) =>
    words.some((word) => wanted.some((pattern) => matchPattern(pattern, word))),
  );
}

function addPrograms(programs: Programs, layer: BaseLayer): void {
  const put = (into: Set<string>, name: string) => {
    for (const set of [programs.has, programs.lacks, programs.unsure]) set.delete(name);
    into.add(name);
  };
  if (layer.open !== undefined) programs.open = layer.open;
  for (const name of names(layer.unsure)) put(programs.unsure, name);
  for (const name of names(layer.without)) put(programs.lacks, name);
  for (const name of names(layer.programs)) put(programs.has, name);
}

/** What of a layer is no fact by itself, or is worked out elsewhere. */
type Bookkeeping =
  | 'match'
  | 'unknown'
  | 'asOf'
  | 'words'
  | 'extends'
  | 'without'
  | 'unsure'
  | 'open'
  | 'tags'
  | 'programs';

function merge(facts: Partial<BaseFacts>, layer: BaseLayer, captures: Captures): Partial<BaseFacts> {
  const {
    match,
    unknown,
    asOf,
    words,
    extends: _,
    without,
    unsure,
    open,
    tags,
    programs,
    ...values
  } = layer as BaseLayer & Partial<Record<Bookkeeping, unknown>>;
  const { shells, managers, runtimes, env, sources, ...rest } = values;
  return {
    ...facts,
    ...rest,
    ...(shells !== undefined && { shells: names(shells) }),
    ...(managers !== undefined && { managers: names(managers) }),
    ...(runtimes !== undefined && { runtimes: names(runtimes).map((name) => runtime(name, ownEntry(captures, name))) }),
    ...(env !== undefined && { env: [...new Set([...(facts.env ?? []), ...names(env)])] }),
    ...(sources !== undefined && { sources: [...new Set([...(facts.sources ?? []), ...sources])] }),
  };
}

function runtime(name: string, version: string | undefined): BaseRuntime {
  return version === undefined ? { name } : { name, version };
}
