import {
  ciRefs,
  enginePlatform,
  type Image,
  type ImageKeys,
  isDiagnostic,
  keysOf,
  type Repository,
  type RunProgram,
  readRepository,
  stampOf,
  tagsOf,
} from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { baseOf } from './base-of.ts';
import type { BuildOptions } from './build-options.ts';
import { type GeneratedInputs, generatedInputs } from './generated-inputs.ts';
import { historyOf, pathsOf } from './history-of.ts';
import type { BuildScene } from './open-build.ts';
import type { PlannedImage } from './planned-image.ts';
import { prepareInputs } from './prepare-inputs.ts';
import { projectManifest } from './project-manifest.ts';
import { isProtectedRun } from './protected-ref.ts';
import { readFiles } from './read-files.ts';
import { readInputs } from './read-inputs.ts';
import { resolveBases } from './resolve-bases.ts';
import { tagValues } from './tag-values.ts';
import { writtenCaches } from './written-caches.ts';

export interface PlannedBuilds {
  /** Those asked for and all that they are built on, parents first. */
  readonly planned: ReadonlyMap<string, PlannedImage>;
  readonly repository: Repository | Diagnostic;
  /** What the engine runs on; undefined where none can be reached. */
  readonly platform: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly notes: readonly string[];
}

/**
 * Reads files, git and bases, and works out the key of each image. Nothing is built, and nothing is changed but by commands that make inputs
 * (`prepare`), which run first.
 */
export async function planBuilds(scene: BuildScene, run: RunProgram, options: BuildOptions): Promise<PlannedBuilds> {
  const { root } = scene.workspace.fs;
  const { surroundings, signal } = options;
  const [repository, platform] = await Promise.all([
    readRepository(run, root, ciRefs(surroundings.env)),
    enginePlatform(run, signal),
  ]);
  const hooks = { ...(platform !== undefined && { builderPlatform: platform }) };
  const first = readInputs(scene, scene.asked, hooks);
  const nothing = { planned: new Map(), repository, platform, notes: [] };
  if (first.diagnostics.length > 0) return { ...nothing, diagnostics: first.diagnostics };
  const generated = await generatedInputs(scene, repository, first.inputs);
  if (isDiagnostic(generated)) return { ...nothing, diagnostics: [generated] };
  const unprepared = await prepareInputs(scene, generated, run, options);
  if (unprepared.length > 0) return { ...nothing, diagnostics: unprepared };
  const bases = await resolveBases(run, first.inputs, {
    platform: platform ?? 'linux/amd64',
    ...(signal && { signal }),
  });
  const triggered = [...bases.onbuild.values()].some((triggers) => triggers === null || triggers.length > 0);
  const { inputs, diagnostics: faults } = triggered
    ? readInputs(scene, scene.asked, { ...hooks, onbuildOf: (reference) => bases.onbuild.get(reference) })
    : first;
  const files = await readFiles(scene, inputs, repository, surroundings.cacheFolder);
  const diagnostics = [...faults, ...bases.diagnostics, ...files.diagnostics];
  if (diagnostics.some(({ exit }) => exit === 2)) return { ...nothing, diagnostics };
  const paths = pathsOf(root, inputs, generated);
  const history = await historyOf(repository, inputs, paths, files.contexts, generated);
  if (isDiagnostic(history)) return { ...nothing, diagnostics: [...diagnostics, history] };

  const planned = new Map<string, PlannedImage>();
  for (const [name, input] of inputs) {
    const { image } = input;
    const references = bases.references.get(name)!;
    const contexts = files.contexts.get(name)!;
    const manifest = projectManifest(scene.workspace, image.project);
    const base = baseOf(scene.world, image, references.resolved);
    const dirty = history.dirty.get(name) ?? [];
    const stamp = stampOf({
      inputs: input,
      repository,
      ...(history.revisions.get(name) && { revision: history.revisions.get(name)! }),
      dirty,
      now: surroundings.now,
      ...(base && { base }),
      manifest,
      pushing: options.push === true,
    });
    if (isDiagnostic(stamp)) {
      diagnostics.push({ ...stamp, message: `${name}: ${stamp.message}` });
      continue;
    }
    const parents = new Map<string, ImageKeys>(
      [...input.parents].flatMap(([reference, parent]) =>
        planned.has(parent) ? [[reference, planned.get(parent)!.keys] as const] : [],
      ),
    );
    const keys = keysOf({
      inputs: input,
      contexts,
      references: references.resolved,
      stamp,
      parents,
      ...(platform !== undefined && { buildPlatform: platform }),
      ...(image.request.contextGit && !isDiagnostic(repository) && { gitHead: repository.head }),
    });
    const tags = tagsOf({
      repository: image.request.repository,
      templates: image.request.tags,
      values: tagValues(image, repository, image.request.version ?? manifest.version, stamp),
    });
    diagnostics.push(...tags.diagnostics);
    planned.set(name, {
      image,
      plan: { inputs: input, contexts, references: references.resolved, stamp, content: keys.content, key: keys.key },
      keys,
      references,
      paths: paths.get(name)!,
      tags,
      dirty,
      notes: [
        ...contexts.flatMap(({ notes }) => notes),
        ...references.notes,
        ...stamp.notes,
        ...unknownSources(generated.get(name)),
        ...tags.notes,
        ...heldCaches(image, isProtectedRun(image, repository, surroundings)),
      ],
    });
  }
  return { planned, repository, platform, diagnostics, notes: [] };
}

function unknownSources(generated: GeneratedInputs | undefined): string[] {
  return (generated?.unknown ?? []).map((path) => `Nothing tells from which sources ${path} is made.`);
}

function heldCaches({ request }: Image, isProtected: boolean): string[] {
  return writtenCaches(request.cacheTo, isProtected).held.map(
    (cache) => `The cache ${cache} is only read: build.reuse.protected does not name the branch of this run.`,
  );
}
