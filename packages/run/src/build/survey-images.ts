import {
  fileImageName,
  findImages,
  type GeneratedSource,
  generatedSources,
  hiddenGlobs,
  type Image,
  type ImageInputs,
  inputGlobs,
} from '@dockwarden-internal/build';
import { buildWorld, dockerfilesOf, folderOf, gitIgnored, projectsOf, type World } from '@dockwarden-internal/facts';
import { listFiles, openWorkspace } from '@dockwarden-internal/workspace';
import type { NodeFileSystem } from '@dockwarden-internal/workspace/file-system';
import { composeReading } from '../compose-reading.ts';
import { readConfig } from '../config/read-config.ts';
import { ignoredAbove } from '../files/ignored-above.ts';
import type { ReadOutside } from '../files/read-outside.ts';
import { findTargets } from '../files/targets.ts';
import { artifactOf, isSettled } from './artifact-of.ts';
import { lineOf } from './line-of.ts';
import { readInputs } from './read-inputs.ts';
import { targetOptions } from './target-options.ts';

/** An image as a task runner has to know it, to infer a task from it. */
export interface SurveyedImage {
  /** Absent where something is wrong with the image: its build says what. */
  readonly name?: string;
  /** Name of the project that it belongs to, as far as the files tell, and its root. */
  readonly project: string;
  readonly root: string;
  readonly dockerfile: string;
  /** Files that declare it, beside the configuration. */
  readonly declaredIn?: readonly string[];
  /** Files that it is built from, as globs from the workspace root; absent where they cannot be told: then it may be any. */
  readonly globs?: readonly string[];
  /** Of that, what ignore files hide; it may be more. */
  readonly hidden?: readonly string[];
  /** Variables that hold its secrets. */
  readonly environment?: readonly string[];
  /** Projects whose builds make what git ignores and the image copies. */
  readonly makers: readonly string[];
  /** True where something of that has no project that is known to make it. */
  readonly unknownMaker: boolean;
  /** Where its files are what it is for: the stage, unless it is the last one, and whether equal inputs give equal files. */
  readonly artifact?: { readonly stage?: string; readonly settled: boolean };
}

/** The images of a workspace with what they are built from. A configuration that cannot be read counts as none: the build will say so. */
export async function surveyImages(fs: NodeFileSystem, readOutside: ReadOutside): Promise<SurveyedImage[]> {
  const workspace = await openWorkspace(fs.root, { fs, listing: listFiles(fs) });
  const { config } = await readConfig({ fs, readOutside }, fs.root, undefined);
  const { files } = findTargets(workspace, undefined, config.exclude ?? []);
  const reading = await composeReading(files);
  const world = buildWorld({ fs, workspace: workspace.model, settings: config, files, ...reading });
  const projectOptions = (await targetOptions(workspace)).byProject;
  const { images } = findImages({ world, config, projectOptions });
  const { inputs } = readInputs({ world, all: images }, images);
  const above = ignoredAbove(fs.root, readOutside);
  const isIgnored = (path: string, isFolder: boolean) => gitIgnored(world, path, isFolder) || above(path, isFolder);
  const rootOf = new Map(workspace.model.projects.map(({ name, root }) => [name, root]));
  const surveyed = images.flatMap((image) => {
    const root = image.project === undefined ? undefined : rootOf.get(image.project);
    return root === undefined
      ? []
      : [surveyOf(image, root, possibleInputs(image, images, inputs, world), world, isIgnored)];
  });
  return [...surveyed, ...faulty(world, images)];
}

type Inputs = ReadonlyMap<string, ImageInputs>;

/**
 * The inputs of an image; where nothing tells its context, as where all that it copies is not made yet, those that it has in either of the
 * folders that may be meant.
 */
function possibleInputs(image: Image, images: readonly Image[], inputs: Inputs, world: World): Inputs[] {
  if (image.context !== undefined) return [inputs];
  return [...new Set(['.', folderOf(image.dockerfile)])].map((context) => {
    const placed = { ...image, context };
    const all = images.map((each) => (each === image ? placed : each));
    return readInputs({ world, all }, [placed]).inputs;
  });
}

function surveyOf(
  image: Image,
  root: string,
  possible: readonly Inputs[],
  world: World,
  isIgnored: IsIgnored,
): SurveyedImage {
  const lines = possible.map((inputs) => (inputs.has(image.name) ? lineOf(inputs.get(image.name)!, inputs) : []));
  const generated = lines.flat().flatMap((each) => generatedOf(each, world, isIgnored));
  const globs = possible.flatMap((others) => {
    const inputs = others.get(image.name);
    return inputs ? inputGlobs(inputs, { others, generated }) : [];
  });
  const parsed = world.dockerfileAt(image.dockerfile);
  const artifact = parsed && artifactOf(parsed, image.target);
  const isTold = lines.every((line) => line.length > 0);
  const hidden = lines.length === 1 ? hiddenGlobs(world, lines[0]!) : [];
  const environment = image.request.secrets.flatMap(({ env }) => env ?? []);
  return {
    name: image.name,
    project: image.project!,
    root,
    dockerfile: image.dockerfile,
    ...declaringFile(image),
    ...(isTold && { globs: [...new Set(globs)].sort() }),
    ...(hidden.length > 0 && { hidden }),
    ...(environment.length > 0 && { environment }),
    makers: [...new Set(generated.flatMap(({ project }) => project ?? []))].sort(),
    unknownMaker: generated.some(({ project }) => project === undefined),
    ...(artifact && { artifact: { ...artifact, settled: isTold && lines.flat().every(isSettled) } }),
  };
}

type IsIgnored = (path: string, isFolder: boolean) => boolean;

function generatedOf(inputs: ImageInputs, { workspace }: World, isIgnored: IsIgnored): GeneratedSource[] {
  return generatedSources(inputs, isIgnored, workspace.projects);
}

/** Dockerfiles from which an image would be built, were nothing wrong with what is said of it. */
function faulty(world: World, images: readonly Image[]): SurveyedImage[] {
  const known = new Set(images.map(({ dockerfile }) => dockerfile));
  return projectsOf(world).flatMap((project) =>
    dockerfilesOf(project)
      .filter((each) => !known.has(each.source.path) && fileImageName(project, each) !== undefined)
      .filter(({ stages }) => stages.some(({ from }) => from))
      .map(({ source }) => {
        const { name, root } = project.model;
        return { project: name, root, dockerfile: source.path, makers: [], unknownMaker: false };
      }),
  );
}

/** `compose.yaml: service api` was declared in compose.yaml. */
function declaringFile({ declaredBy }: Image): Pick<SurveyedImage, 'declaredIn'> {
  const [file] = declaredBy.split(': ', 1);
  return file === declaredBy || file === undefined ? {} : { declaredIn: [file] };
}
