import { sourceText } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { joinPath } from '../kernel/path.ts';
import type { World } from '../model/world.ts';
import { type Attributes, type BakeFile, readBakeFile } from './bake-file.ts';
import { tell, type Variables, variablesOf } from './bake-value.ts';
import { mergeAttributes } from './merge-attributes.ts';

/** The files that Bake takes unasked, in the order in which later ones go before earlier ones. Source: buildx reference, `bake --file`. */
const NAMES = ['docker-bake.json', 'docker-bake.hcl'];
/** Looked for where there is something to override: most folders have neither, and each name that is asked for costs every run. */
const OVERRIDES = ['docker-bake.override.json', 'docker-bake.override.hcl'];

/** Targets that inherit from one another. */
const DEEPEST = 50;

/** What the Bake files of a folder say together. */
export interface BakeFolder {
  readonly folder: string;
  /** In the order in which later ones go before earlier ones. */
  readonly files: readonly BakeFile[];
  readonly variables: Variables;
  /** Targets that are built: those of a group, and those that no other inherits from. */
  readonly names: readonly string[];
  /** Of these, those of a group. */
  readonly grouped: ReadonlySet<string>;
  /** What a target says, and what it inherits; empty where there is no such target. */
  attributesOf(name: string): Attributes;
}

const folders = memo((_: World): Map<string, BakeFolder | undefined> => new Map());

/** Undefined for a folder without Bake files. */
export function bakeFolder(world: World, folder: string): BakeFolder | undefined {
  const known = folders(world);
  if (!known.has(folder)) known.set(folder, readFolder(world, folder));
  return known.get(folder);
}

function readFolder(world: World, folder: string): BakeFolder | undefined {
  const main = filesCalled(NAMES, world, folder);
  if (main.length === 0) return undefined;
  const files = [...main, ...filesCalled(OVERRIDES, world, folder)];
  const defaults = new Map(
    files.flatMap(({ variable }) =>
      [...variable].flatMap(([name, attributes]) => {
        const value = attributes.get('default');
        return value ? [[name, value] as const] : [];
      }),
    ),
  );
  const variables = variablesOf(defaults);
  const targets = mergeAll(files.map(({ target }) => target));
  const groups = mergeAll(files.map(({ group }) => group));
  return {
    folder,
    files,
    variables,
    names: imageTargets(targets, groups, variables),
    grouped: new Set([...groups.values()].flatMap((group) => namesIn(group, 'targets', variables))),
    attributesOf: (name) => inherited(name, targets, variables),
  };
}

function filesCalled(names: readonly string[], { fs }: World, folder: string): BakeFile[] {
  return names.flatMap((name) => {
    const path = joinPath(folder, name);
    const text = fs.kind(path) === 'file' ? fs.read(path) : undefined;
    return text === undefined ? [] : [readBakeFile(sourceText(path, text))];
  });
}

/** Of equal names those of later files go before those of earlier ones. */
function mergeAll(all: readonly ReadonlyMap<string, Attributes>[]): Map<string, Attributes> {
  const merged = new Map<string, Attributes>();
  for (const each of all) {
    for (const [name, attributes] of each) merged.set(name, mergeAttributes(merged.get(name) ?? new Map(), attributes));
  }
  return merged;
}

/** Targets of a group, and those that no other inherits from: what is only there to be inherited from is no image. */
function imageTargets(
  targets: ReadonlyMap<string, Attributes>,
  groups: ReadonlyMap<string, Attributes>,
  variables: Variables,
): string[] {
  const grouped = new Set([...groups.values()].flatMap((group) => namesIn(group, 'targets', variables)));
  const parents = new Set([...targets.values()].flatMap((target) => namesIn(target, 'inherits', variables)));
  return [...targets.keys()].filter((name) => grouped.has(name) || (!parents.has(name) && !name.startsWith('_')));
}

function namesIn(attributes: Attributes, key: string, variables: Variables): string[] {
  const value = attributes.get(key);
  const told = value && tell(value, variables);
  if (!told || 'untold' in told || !Array.isArray(told.data)) return [];
  return told.data.filter((name) => typeof name === 'string');
}

/** What a target says itself goes before what it inherits, of which later names go before earlier ones. */
function inherited(name: string, targets: ReadonlyMap<string, Attributes>, variables: Variables): Attributes {
  const joined = new Map<string, Attributes>();
  const join = (each: string, depth: number): Attributes => {
    const known = joined.get(each);
    const own = targets.get(each);
    if (known || !own || depth > DEEPEST) return known ?? own ?? new Map();
    // A target that inherits from itself gets nothing by it.
    joined.set(each, own);
    const all = [...namesIn(own, 'inherits', variables).map((parent) => join(parent, depth + 1)), own];
    const merged = all.reduce(mergeAttributes);
    joined.set(each, merged);
    return merged;
  };
  return join(name, 0);
}
