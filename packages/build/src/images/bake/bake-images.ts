import {
  type Attributes,
  type BakeFile,
  type BakeFolder,
  type BakeTarget,
  bakeFolder,
  folderOf,
  projectAt,
  purposeOf,
  readTarget,
  stagesByName,
  type World,
} from '@dockwarden-internal/facts';
import type { ImageSettings } from '@dockwarden-internal/policy';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Drafted, ImageDraft, ImageNote } from '../image-draft.ts';
import { isForWorking } from '../image-names.ts';
import { ESSENTIAL, settingsOf } from './bake-settings.ts';

/** The images of the Bake files at the root and in the projects. `lenient`: what cannot be read is a note, as `images:` says what there is. */
export function bakeImages(world: World, isTaken: (dockerfile: string) => boolean, lenient: boolean): Drafted {
  const folders = new Set(['.', ...world.workspace.projects.map(({ root }) => root)]);
  const drafts: ImageDraft[] = [];
  const diagnostics: Diagnostic[] = [];
  const notes: ImageNote[] = [];
  for (const folder of folders) {
    const read = bakeFolder(world, folder);
    if (!read) continue;
    const { found, unread } = readFolder(world, read, isTaken);
    drafts.push(...found);
    if (lenient) notes.push(...unread);
    else diagnostics.push(...unread);
  }
  return { drafts, diagnostics, notes };
}

function readFolder(
  world: World,
  { folder, files, variables, names, attributesOf }: BakeFolder,
  isTaken: (dockerfile: string) => boolean,
) {
  const unread: Diagnostic[] = files.flatMap(({ fault }) => (fault ? [broken(fault)] : []));
  const found: ImageDraft[] = [];
  for (const name of names) {
    const attributes = attributesOf(name);
    const target = readTarget(name, folder, attributes, variables);
    const settings = settingsOf(target.data, folder);
    const taken = target.dockerfile !== undefined && isTaken(target.dockerfile);
    if (taken || target.noImage || isForWorking(name)) continue;
    const essential = ESSENTIAL.filter((key) => target.untold.has(key));
    unread.push(...(essential.length > 0 ? essential : [...target.untold.keys()]).map((key) => untold(target, key)));
    const draft = essential.length > 0 ? undefined : draftOf(world, target, settings, attributes, files);
    if (draft) found.push(draft);
  }
  return { found, unread };
}

function draftOf(
  world: World,
  target: BakeTarget,
  settings: ImageSettings,
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
    settings,
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
