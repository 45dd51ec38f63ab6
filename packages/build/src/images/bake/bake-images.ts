import { folderOf, joinPath, projectAt, purposeOf, stagesByName, type World } from '@dockwarden-internal/facts';
import { type Diagnostic, sourceText } from '@dockwarden-internal/syntax';
import type { Drafted, ImageDraft, ImageNote } from '../image-draft.ts';
import { isForWorking } from '../image-names.ts';
import { type Attributes, type BakeFile, readBakeFile } from './bake-file.ts';
import { type BakeTarget, ESSENTIAL, readTarget } from './bake-target.ts';
import { tell, type Variables, variablesOf } from './bake-value.ts';
import { mergeAttributes } from './merge-attributes.ts';

/** The files that Bake takes unasked, in the order in which later ones go before earlier ones. Source: buildx reference, `bake --file`. */
const NAMES = ['docker-bake.json', 'docker-bake.hcl', 'docker-bake.override.json', 'docker-bake.override.hcl'];

/** Targets that inherit from one another. */
const DEEPEST = 50;

/** The images of the Bake files at the root and in the projects. `lenient`: what cannot be read is a note, as `images:` says what there is. */
export function bakeImages(world: World, isTaken: (dockerfile: string) => boolean, lenient: boolean): Drafted {
  const folders = new Set(['.', ...world.workspace.projects.map(({ root }) => root)]);
  const drafts: ImageDraft[] = [];
  const diagnostics: Diagnostic[] = [];
  const notes: ImageNote[] = [];
  for (const folder of folders) {
    const files = NAMES.flatMap((name) => {
      const path = joinPath(folder, name);
      const text = world.fs.kind(path) === 'file' ? world.fs.read(path) : undefined;
      return text === undefined ? [] : [readBakeFile(sourceText(path, text))];
    });
    if (files.length === 0) continue;
    const { found, unread } = readFolder(world, folder, files, isTaken);
    drafts.push(...found);
    if (lenient) notes.push(...unread);
    else diagnostics.push(...unread);
  }
  return { drafts, diagnostics, notes };
}

function readFolder(
  world: World,
  folder: string,
  files: readonly BakeFile[],
  isTaken: (dockerfile: string) => boolean,
) {
  const unread: Diagnostic[] = files.flatMap(({ fault }) => (fault ? [broken(fault)] : []));
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
  const found: ImageDraft[] = [];
  for (const name of imageTargets(targets, groups, variables)) {
    const attributes = inherited(name, targets, variables);
    const target = readTarget(name, folder, attributes, variables);
    const taken = target.dockerfile !== undefined && isTaken(target.dockerfile);
    if (taken || target.noImage || isForWorking(name)) continue;
    const essential = ESSENTIAL.filter((key) => target.untold.has(key));
    unread.push(...(essential.length > 0 ? essential : [...target.untold.keys()]).map((key) => untold(target, key)));
    const draft = essential.length > 0 ? undefined : draftOf(world, target, attributes, files);
    if (draft) found.push(draft);
  }
  return { found, unread };
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

function draftOf(
  world: World,
  target: BakeTarget,
  attributes: Attributes,
  files: readonly BakeFile[],
): ImageDraft | undefined {
  const { dockerfile, context } = target;
  if (dockerfile === undefined || context === undefined) return undefined;
  const parsed = world.dockerfileAt(dockerfile);
  const stage =
    target.target === undefined ? undefined : parsed && stagesByName(parsed).get(target.target.toLowerCase())?.at(-1);
  const purpose = stage && purposeOf(stage);
  if (purpose === 'development' || purpose === 'test') return undefined;
  const project = projectAt(world, folderOf(dockerfile))?.model.name;
  const file = files.findLast((each) => each.target.has(target.name))!.source.path;
  return {
    name: target.name === 'default' ? (project ?? 'image') : target.name,
    ...(project !== undefined && { project }),
    dockerfile,
    ...(target.target !== undefined && { target: target.target }),
    context,
    contextBy: file,
    declaredBy: `${file}: target ${target.name}`,
    settings: target.settings,
    nameYields: true,
    placeOf: (key) => {
      const value = attributes.get(String(key));
      return value ? { place: value.place } : { path: file };
    },
  };
}

function broken({ message, place }: { readonly message: string; readonly place: Diagnostic['place'] }): Diagnostic {
  return {
    code: 'images/bake-syntax',
    message: `the Bake file cannot be read on from here: ${message}`,
    hint: 'mend it, or name the images under images: in dockwarden.yaml',
    ...(place && { place }),
    exit: 2,
  };
}

function untold({ name, untold: places }: BakeTarget, key: string): Diagnostic {
  return {
    code: 'images/bake-unread',
    message: `${key} of the Bake target ${name} has to be evaluated, which is not done here`,
    hint: 'write it out, or name the image under images: in dockwarden.yaml',
    place: places.get(key)!,
    exit: 2,
  };
}
