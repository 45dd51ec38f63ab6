import {
  type ContextFiles,
  type Image,
  type ImageInputs,
  type ImageKeys,
  type ImageReferences,
  isDiagnostic,
  keysOf,
  type Repository,
  stampOf,
  tagsOf,
} from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { baseOf } from './base-of.ts';
import type { BuildOptions } from './build-options.ts';
import type { History } from './history-of.ts';
import type { BuildScene } from './open-build.ts';
import type { PlannedImage } from './planned-image.ts';
import { projectManifest } from './project-manifest.ts';
import { isProtectedRun } from './protected-ref.ts';
import { tagValues } from './tag-values.ts';
import { writtenCaches } from './written-caches.ts';

/** What holds for all images of a run. */
export interface PlanSurroundings {
  readonly scene: BuildScene;
  readonly repository: Repository | Diagnostic;
  /** What the engine runs on; undefined where none can be reached. */
  readonly platform: string | undefined;
  readonly history: History;
  readonly options: Pick<BuildOptions, 'surroundings' | 'push'>;
}

/** What one image is made from. */
export interface ImageSources {
  readonly inputs: ImageInputs;
  readonly contexts: readonly ContextFiles[];
  readonly references: ImageReferences;
  readonly paths: PlannedImage['paths'];
  /** Keys of the images that it is built on, by the reference that names each. */
  readonly parents: ReadonlyMap<string, ImageKeys>;
  /** Files that are made before the build, and nobody knows from what. */
  readonly unknown: readonly string[];
}

/** Works out the label, key and tags of an image; without them where its label cannot be made. */
export function planImage(
  { inputs, contexts, references, paths, parents, unknown }: ImageSources,
  { scene, repository, platform, history, options }: PlanSurroundings,
): { readonly planned?: PlannedImage; readonly diagnostics: readonly Diagnostic[] } {
  const { image } = inputs;
  const { request } = image;
  const { resolved } = references;
  const { surroundings, push } = options;
  const manifest = projectManifest(scene.workspace, image.project);
  const dirty = history.dirty.get(image.name) ?? [];
  const revision = history.revisions.get(image.name);
  const base = baseOf(scene.world, image, resolved);
  const { now } = surroundings;
  const stamp = stampOf({ inputs, repository, revision, dirty, now, base, manifest, pushing: push === true });
  if (isDiagnostic(stamp)) return { diagnostics: [{ ...stamp, message: `${image.name}: ${stamp.message}` }] };
  const gitHead = request.contextGit && !isDiagnostic(repository) ? repository.head : undefined;
  const keys = keysOf({ inputs, contexts, references: resolved, stamp, parents, buildPlatform: platform, gitHead });
  const tags = tagsOf({
    repository: request.repository,
    templates: request.tags,
    values: tagValues(image, repository, request.version ?? manifest.version, stamp),
  });
  const notes = [
    ...contexts.flatMap((context) => context.notes),
    ...references.notes,
    ...stamp.notes,
    ...unknown.map((path) => `Nothing tells from which sources ${path} is made.`),
    ...tags.notes,
    ...heldCaches(image, isProtectedRun(image, repository, surroundings)),
  ];
  const plan = { inputs, contexts, references: resolved, stamp, content: keys.content, key: keys.key };
  return { planned: { image, plan, keys, references, paths, tags, dirty, notes }, diagnostics: tags.diagnostics };
}

function heldCaches({ request }: Image, isProtected: boolean): string[] {
  return writtenCaches(request.cacheTo, isProtected).held.map(
    (cache) => `The cache ${cache} is only read: build.reuse.protected does not name the branch of this run.`,
  );
}
