import {
  type EngineState,
  isDiagnostic,
  probeEngine,
  type RunProgram,
  runProgram,
  type TargetResult,
} from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { affectedOf } from './affected-of.ts';
import { appendSummary } from './append-summary.ts';
import { type BakeRequest, bakeMisses, builderOf } from './bake-misses.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildOutcome, ImageOutcome } from './build-outcome.ts';
import { distinctDiagnostics } from './distinct-diagnostics.ts';
import { exitOfBuild } from './exit-of-build.ts';
import { finishImages } from './finish-images.ts';
import { openGenerations } from './generations.ts';
import { lookUpImages } from './look-up-images.ts';
import { notePushed } from './note-pushed.ts';
import { type BuildScene, openBuild } from './open-build.ts';
import { outputsFor } from './outputs-for.ts';
import { planBuilds } from './plan-builds.ts';
import type { PlannedImage } from './planned-image.ts';
import { isProtectedRun } from './protected-ref.ts';
import { pushFaults } from './push-faults.ts';
import { pushImages } from './push-images.ts';
import { withParents } from './with-parents.ts';

/**
 * Builds the images that were asked for, as far as they are not there: inputs are read, keys looked up in the engine and in a registry that
 * the configuration trusts, the rest is built in one session, and what was built or found is looked at, checked, tagged and written down.
 */
export async function build(options: BuildOptions, run: RunProgram = runProgram): Promise<BuildOutcome> {
  const outcome = await buildImages(options, run);
  const fault = options.summary === undefined || options.dryRun ? undefined : appendSummary(outcome, options);
  if (!fault) return outcome;
  const faulty = { ...outcome, diagnostics: [...outcome.diagnostics, fault] };
  return { ...faulty, exitCode: exitOfBuild(faulty, options.signal) };
}

async function buildImages(options: BuildOptions, run: RunProgram): Promise<BuildOutcome> {
  const scene = await openBuild(options);
  if (!('world' in scene)) return ended(options.cwd, scene.diagnostics);
  const { root } = scene.workspace.fs;
  if (scene.diagnostics.some(({ exit }) => exit === 2)) return ended(root, scene.diagnostics);
  const affected = await affectedOf(scene, run, options);
  if (isDiagnostic(affected)) return ended(root, [...scene.diagnostics, affected]);
  const asked = affected.images;
  const { planned, repository, platform, diagnostics } = await planBuilds({ ...scene, asked }, run, options);
  const faults = [...scene.diagnostics, ...diagnostics, ...(options.push ? pushFaults(planned, options) : [])];
  // Without an engine nothing can be looked up or built; to go on would only say so again for each image.
  if (faults.some(({ exit, code }) => exit === 2 || code.startsWith('engine/'))) return ended(root, faults);

  const looked = await lookUpImages(run, planned, options);
  faults.push(...looked.diagnostics);
  if (options.requireLookup && looked.diagnostics.length > 0) return ended(root, faults);
  const names = asked.map(({ name }) => name).filter((name) => planned.has(name));
  const missing = names.filter((name) => looked.answers.get(name)?.found !== true);
  const together = withParents(missing, inputsOf(planned)).map((name) => planned.get(name)!);
  options.onEvent?.({ kind: 'planned', images: names, toBuild: missing });

  const sessions = await bakeAll(scene, together, new Set(missing), run, options, (image) =>
    isProtectedRun(image.image, repository, options.surroundings),
  );
  faults.push(...sessions.diagnostics);
  const { outcomes: images, found } = await finishImages(
    run,
    {
      scene,
      planned: names.map((name) => planned.get(name)!),
      answers: looked.answers,
      results: sessions.results,
      engine: sessions.engine,
      platform,
      reasons: affected.reasons,
    },
    options,
  );
  const pushed =
    options.push && !options.dryRun ? await pushImages(run, { planned, images, found, repository }, options) : images;
  if (pushed !== images) faults.push(...notePushed(root, planned, pushed, found, sessions.engine));
  const outcome = {
    images: pushed,
    diagnostics: distinctDiagnostics(faults),
    notes: scene.notes,
    root,
    ...(sessions.dryRun && { bake: sessions.dryRun }),
  };
  return { ...outcome, exitCode: exitOfBuild(outcome, options.signal) };
}

interface Sessions {
  readonly results: ReadonlyMap<string, TargetResult>;
  readonly engine?: EngineState;
  readonly dryRun?: object;
  readonly diagnostics: readonly Diagnostic[];
}

/** One session for each builder that is asked for: nearly always one. */
async function bakeAll(
  scene: BuildScene,
  images: readonly PlannedImage[],
  missing: ReadonlySet<string>,
  run: RunProgram,
  options: BuildOptions,
  writesCaches: BakeRequest['writesCaches'],
): Promise<Sessions> {
  if (images.length === 0) return { results: new Map(), diagnostics: [] };
  const builder = builderOf(images);
  const { signal, surroundings } = options;
  const engine = await probeEngine(run, { ...(builder !== undefined && { builder }), ...(signal && { signal }) });
  if (isDiagnostic(engine)) return { results: new Map(), diagnostics: [engine] };
  const path = surroundings.cacheFolder === undefined ? undefined : `${surroundings.cacheFolder}/generations`;
  const generations = openGenerations(path, engine.builder);
  const baked = await bakeMisses(
    run,
    {
      scene,
      images,
      engine,
      generations,
      writesCaches,
      outputsOf: (planned) =>
        missing.has(planned.image.name)
          ? outputsFor(planned, scene.workspace.fs.root, engine, options)
          : [{ kind: 'none' }],
    },
    options,
  );
  if ('diagnostics' in baked) return { results: new Map(), engine, diagnostics: baked.diagnostics };
  if ('dryRun' in baked) return { results: new Map(), engine, dryRun: baked.dryRun, diagnostics: [] };
  const { results, diagnostics } = baked.outcome;
  for (const { image } of images)
    if (image.request.refresh !== undefined && results.get(image.name)?.status === 'built')
      generations.note(image.name, image.request.refresh);
  return { results, engine, diagnostics };
}

function inputsOf(planned: ReadonlyMap<string, PlannedImage>) {
  return new Map([...planned].map(([name, { plan }]) => [name, plan.inputs]));
}

function ended(root: string, diagnostics: readonly Diagnostic[], images: readonly ImageOutcome[] = []): BuildOutcome {
  const outcome = { images, diagnostics: distinctDiagnostics(diagnostics), notes: [], root };
  return { ...outcome, exitCode: exitOfBuild(outcome, undefined) };
}
