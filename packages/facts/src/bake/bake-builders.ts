import type { Place } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { folderOf } from '../kernel/path.ts';
import { isUnsure, unknown } from '../kernel/unsure.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Builder } from '../stage/builder.ts';
import { environmentOfName } from '../stage/purpose-of-name.ts';
import { textOf } from './bake-data.ts';
import type { Attributes } from './bake-file.ts';
import { type BakeFolder, bakeFolder } from './bake-folder.ts';
import { type BakeTarget, readTarget } from './bake-target.ts';
import { tell, type Variables } from './bake-value.ts';

/**
 * The targets that build a Dockerfile, of the Bake files beside it and in the folders above it. What has to be evaluated is unknown: of a
 * target whose Dockerfile is, and of a file that cannot be read, everything is.
 */
export const bakeBuilders = memo((dockerfile: Dockerfile): readonly Builder[] => {
  const { path } = dockerfile.source;
  const found: Builder[] = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const read = bakeFolder(dockerfile.world, folder);
    if (read) found.push(...(buildersIn(read).get(path) ?? []), ...(buildersIn(read).get(ANY) ?? []));
    if (folder === '.' || folder === '/') return found;
  }
});

/** Stands for the path of a Dockerfile that has to be evaluated. */
const ANY = '';

/** By path of the Dockerfile. */
const buildersIn = memo((read: BakeFolder): ReadonlyMap<string, readonly Builder[]> => {
  const broken = read.files.find(({ fault }) => fault);
  if (broken) return new Map([[ANY, [builder(ANY, broken.fault!.place, NOTHING)]]]);
  const targets = read.names.map((name) => targetIn(read, name));
  // A target that others are built on, and that no group names, is a part of them.
  const parts = new Set(targets.flatMap(({ contexts }) => (isUnsure(contexts) ? [] : [...contexts.values()])));
  const found = new Map<string, Builder[]>();
  for (const { target, place, contexts } of targets) {
    const { name, dockerfile, noImage, untold } = target;
    const anywhere = ['inherits', 'context', 'dockerfile'].some((key) => untold.has(key));
    const path = anywhere ? ANY : dockerfile;
    if (path === undefined || !place) continue;
    const isPart = parts.has(`target:${name}`) && !read.grouped.has(name);
    const makesImage = !isPart && !noImage && !untold.has('output') && !untold.has('target');
    const said: Said = anywhere
      ? NOTHING
      : { folder: target.context, contexts, target: makesImage ? target.target : unknown };
    found.set(path, [...(found.get(path) ?? []), builder(name, place, said)]);
  }
  return found;
});

interface Read {
  readonly target: BakeTarget;
  readonly contexts: Contexts;
  readonly place: Place | undefined;
}

function targetIn(read: BakeFolder, name: string): Read {
  const attributes = read.attributesOf(name);
  const target = readTarget(name, read.folder, attributes, read.variables);
  target.data('inherits');
  return { target, contexts: contextsOf(attributes, read.variables), place: placeOf(name, attributes, read) };
}

type Contexts = Builder['contexts'];
type Said = Pick<Builder, 'folder' | 'contexts' | 'target'>;

const NOTHING: Said = { contexts: unknown, target: unknown };

/** The names are known as soon as it is written as a map. */
function contextsOf(attributes: Attributes, variables: Variables): Contexts {
  const value = attributes.get('contexts');
  if (!value) return new Map();
  if (value.kind !== 'map') return value.kind === 'plain' && value.value === null ? new Map() : unknown;
  return new Map(
    value.entries.map((entry) => {
      const told = tell(entry.value, variables);
      return [entry.key, 'data' in told ? (textOf(told.data) ?? unknown) : unknown];
    }),
  );
}

function builder(name: string, place: Place, { folder, contexts, target }: Said): Builder {
  const environment = environmentOfName(name);
  const text = typeof target === 'string' ? target : name;
  return {
    kind: 'bake',
    decides: `the Bake target ${name} builds it from there`,
    ...(folder !== undefined && { folder }),
    ...(target !== undefined && { target }),
    ...(environment && { environment }),
    contexts,
    reference: { use: 'bake', kind: 'stage', text, place, target: undefined },
  };
}

/** The words that name the stage, else the first that the target says. */
function placeOf(name: string, attributes: Attributes, { files }: BakeFolder): Place | undefined {
  const named = attributes.get('target') ?? [...attributes.values()][0];
  if (named) return named.place;
  const source = files.findLast(({ target }) => target.has(name))?.source;
  return source && { source, span: { start: 0, end: 0 } };
}
