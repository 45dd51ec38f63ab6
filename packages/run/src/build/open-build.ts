import { findImages, type Image, type ProjectImageOptions } from '@dockwarden-internal/build';
import type { Waivers } from '@dockwarden-internal/engine';
import { buildWorld, type World } from '@dockwarden-internal/facts';
import type { ConfigDocument } from '@dockwarden-internal/policy';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { findWorkspace, type Workspace } from '@dockwarden-internal/workspace';
import { composeReading } from '../compose-reading.ts';
import { type Configured, readConfig } from '../config/read-config.ts';
import { absentFolder } from '../files/absent-folder.ts';
import { readOutside } from '../files/read-outside.ts';
import { findTargets } from '../files/targets.ts';
import { readWaivers } from '../governance/read-waivers.ts';
import { unknownProjects } from '../unknown-projects.ts';
import type { BuildOptions } from './build-options.ts';
import { selectImages } from './select-images.ts';
import { targetOptions } from './target-options.ts';

/** A workspace with its images, before anything is looked up or built. */
export interface BuildScene {
  readonly workspace: Workspace;
  readonly world: World;
  readonly config: ConfigDocument;
  readonly configured: Configured;
  /** Of policies on built images, too. */
  readonly waivers?: Waivers;
  /** What projects say of their own images. */
  readonly projectOptions: ReadonlyMap<string, ProjectImageOptions>;
  /** Every image that the workspace builds, sorted by name. */
  readonly all: readonly Image[];
  /** Those that were asked for. */
  readonly asked: readonly Image[];
  readonly diagnostics: readonly Diagnostic[];
  /** Sentences that are no fault, such as why a Dockerfile gives no image. */
  readonly notes: readonly string[];
}

export async function openBuild(
  options: BuildOptions,
): Promise<BuildScene | { readonly diagnostics: readonly Diagnostic[] }> {
  const workspace = await findWorkspace(options.cwd);
  if (!workspace)
    return {
      diagnostics: [absentFolder(options.cwd)],
    };
  const configured = await readConfig({ fs: workspace.fs, readOutside }, options.cwd, options.config);
  // A configuration that cannot be read says nothing about what is wanted.
  if (configured.diagnostics.length > 0) return { diagnostics: configured.diagnostics };
  const { config } = configured;
  const governed = { fs: workspace.fs, config, ...(configured.placeOf && { placeOf: configured.placeOf }) };
  const { waivers, diagnostics: unwaived } = await readWaivers(governed);
  if (unwaived.length > 0) return { diagnostics: unwaived };
  const { files, diagnostics } = findTargets(workspace, undefined, config.exclude ?? [], configured.placeOf);
  const reading = await composeReading(files);
  const world = buildWorld({
    fs: workspace.fs,
    workspace: workspace.model,
    settings: config,
    files,
    ...reading,
  });
  const own = options.projectSettings
    ? { byProject: options.projectSettings, diagnostics: [] }
    : await targetOptions(workspace);
  const found = findImages({
    world,
    config,
    ...(configured.placeOf && { placeOf: configured.placeOf }),
    projectOptions: own.byProject,
    ...(options.settings && { overrides: options.settings }),
    ci: options.surroundings.ci,
    push: options.push === true,
  });
  const images = found.images.map((image) => atStage(image, options.stages?.get(image.name)));
  const selected = selectImages(images, options);
  return {
    workspace,
    world,
    config,
    configured,
    ...(waivers && { waivers }),
    projectOptions: own.byProject,
    all: images,
    asked: selected.images,
    diagnostics: [
      ...diagnostics,
      ...own.diagnostics,
      ...found.diagnostics,
      ...unknownProjects(workspace, options.projects ? { projects: options.projects } : {}),
      ...selected.diagnostics,
    ],
    notes: found.notes.map(({ message }) => message),
  };
}

function atStage(image: Image, target: string | undefined): Image {
  return target === undefined ? image : { ...image, target };
}
