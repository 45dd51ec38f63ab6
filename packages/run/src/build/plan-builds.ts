import {
  ciRefs,
  enginePlatform,
  type ImageInputs,
  type ImageKeys,
  isDiagnostic,
  type Repository,
  type RunProgram,
  readRepository,
} from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { BuildOptions } from './build-options.ts';
import { generatedInputs } from './generated-inputs.ts';
import { historyOf, pathsOf } from './history-of.ts';
import type { BuildScene } from './open-build.ts';
import { planImage } from './plan-image.ts';
import type { PlannedImage } from './planned-image.ts';
import { prepareInputs } from './prepare-inputs.ts';
import { readFiles } from './read-files.ts';
import { readInputs } from './read-inputs.ts';
import { resolveBases } from './resolve-bases.ts';

export interface PlannedBuilds {
  /** Those asked for and all that they are built on, parents first. */
  readonly planned: ReadonlyMap<string, PlannedImage>;
  readonly repository: Repository | Diagnostic;
  /** What the engine runs on; undefined where none can be reached. */
  readonly platform: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
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
  const nothing = { planned: new Map(), repository, platform };
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

  const around = { scene, repository, platform, history, options };
  const planned = new Map<string, PlannedImage>();
  for (const [name, input] of inputs) {
    const plan = planImage(
      {
        inputs: input,
        contexts: files.contexts.get(name)!,
        references: bases.references.get(name)!,
        paths: paths.get(name)!,
        parents: keysOfParents(input, planned),
        unknown: generated.get(name)?.unknown ?? [],
      },
      around,
    );
    diagnostics.push(...plan.diagnostics);
    if (plan.planned) planned.set(name, plan.planned);
  }
  return { planned, repository, platform, diagnostics };
}

function keysOfParents({ parents }: ImageInputs, planned: ReadonlyMap<string, PlannedImage>): Map<string, ImageKeys> {
  return new Map(
    [...parents].flatMap(([reference, parent]) => {
      const keys = planned.get(parent)?.keys;
      return keys ? [[reference, keys] as const] : [];
    }),
  );
}
