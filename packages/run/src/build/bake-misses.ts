import { tmpdir } from 'node:os';
import {
  type BakeDefinition,
  type BakeOutcome,
  type BakeOutput,
  bakeFile,
  type EngineState,
  makeStaging,
  maskOf,
  type RunProgram,
  redactedBakeFile,
  removeStaged,
  runBake,
  secretFaults,
  stageContexts,
} from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { bakeTargetOf } from './bake-target-of.ts';
import type { BuildOptions } from './build-options.ts';
import { freshOf } from './fresh-of.ts';
import type { Generations } from './generations.ts';
import type { BuildScene } from './open-build.ts';
import type { PlannedImage } from './planned-image.ts';

export interface BakeRequest {
  readonly scene: BuildScene;
  /** Parents first; all that an image is built on is among them. */
  readonly images: readonly PlannedImage[];
  readonly engine: EngineState;
  readonly outputsOf: (image: PlannedImage) => readonly BakeOutput[];
  readonly generations: Generations;
  readonly writesCaches: (image: PlannedImage) => boolean;
}

export type Baked =
  | { readonly outcome: BakeOutcome }
  | { readonly dryRun: BakeDefinition }
  | { readonly diagnostics: readonly Diagnostic[] };

/** Builds images in one session from a copy of exactly what they read. With `dryRun` the Bake file is made and shown, and that is all. */
export async function bakeMisses(run: RunProgram, request: BakeRequest, options: BuildOptions): Promise<Baked> {
  const folder = makeStaging(tmpdir());
  try {
    return await bakeIn(folder, run, request, options);
  } finally {
    removeStaged(folder);
  }
}

async function bakeIn(folder: string, run: RunProgram, request: BakeRequest, options: BuildOptions): Promise<Baked> {
  const { scene, images, engine, generations } = request;
  const { root } = scene.workspace.fs;
  const staged = images.filter(({ image }) => image.request.contextMode === 'staged' && !options.dryRun);
  const copies = await stageContexts({
    into: folder,
    pieces: staged.map(({ image, plan }) => ({
      name: image.name,
      contexts: plan.contexts,
      dockerfile: { path: image.dockerfile, text: scene.workspace.fs.read(image.dockerfile) ?? '' },
      // A dirty tree has files that no commit dates.
      epoch: plan.stamp.dirty ? Math.floor(options.surroundings.now.getTime() / 1000) : plan.stamp.epoch,
    })),
  });
  if (copies.diagnostics.length > 0) return { diagnostics: copies.diagnostics };
  const targets = images.map((planned) => {
    const { name } = planned.image;
    const copy = copies.images.get(name);
    const fresh = freshOf(planned, generations, options);
    return bakeTargetOf(planned, {
      root,
      engine,
      outputs: request.outputsOf(planned),
      writesCaches: request.writesCaches(planned),
      ...(copy && { staged: copy }),
      ...(fresh && { fresh }),
    });
  });
  const file = bakeFile(targets, { engine, folder });
  if ('diagnostics' in file) return file;
  if (options.dryRun) return { dryRun: redactedBakeFile(file, safeArgs(images)) };
  const missing = secretFaults(targets, options.surroundings.env);
  if (missing.length > 0) return { diagnostics: missing };
  const direct = images.some(({ image }) => image.request.contextMode === 'direct');
  const builder = builderOf(images);
  const outcome = await runBake(run, file, {
    folder,
    allowRead: direct ? [folder, root] : [folder],
    ...(builder !== undefined && { builder }),
    mask: maskOf(targets),
    ...(options.signal && { signal: options.signal }),
    ...(options.onEvent && { onEvent: options.onEvent }),
  });
  return { outcome };
}

/** One session has one builder; `build` sees to it that all images of it ask for the same. */
export function builderOf(images: readonly PlannedImage[]): string | undefined {
  return images.find(({ image }) => image.request.builder !== undefined)?.image.request.builder;
}

/** Arguments that are passed from git say nothing that the labels do not. */
function safeArgs(images: readonly PlannedImage[]): ReadonlySet<string> {
  return new Set(images.flatMap(({ plan }) => [...plan.stamp.args.keys()]));
}
