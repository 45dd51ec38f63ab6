import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  folderState,
  type Image,
  isDiagnostic,
  metadataPath,
  type RunProgram,
  runProgram,
} from '@dockwarden-internal/build';
import { byCodeUnits } from '@dockwarden-internal/syntax';
import { affectedOf } from '../build/affected-of.ts';
import { build } from '../build/build.ts';
import type { BuildOptions } from '../build/build-options.ts';
import type { BuildOutcome, ImageOutcome } from '../build/build-outcome.ts';
import { distinctDiagnostics } from '../build/distinct-diagnostics.ts';
import { exitOfBuild } from '../build/exit-of-build.ts';
import { planBuilds } from '../build/plan-builds.ts';
import type { PlannedImage } from '../build/planned-image.ts';
import { worstExit } from '../worst-exit.ts';
import type { ExtractedImage, ExtractOutcome } from './extract-outcome.ts';
import { openExtract } from './open-extract.ts';
import { type ExtractPlace, unpackImage } from './unpack-image.ts';

export interface ExtractOptions extends Omit<BuildOptions, 'push' | 'output' | 'lookup' | 'requireLookup'> {
  /** Stage whose files are taken, of every image; the last one, or the image's own target, unless said. */
  readonly target?: string;
  /** Folder from `cwd`: that of the image, where one is asked for by its name, else the one above. Unless said `dist/docker/<image>/files`. */
  readonly to?: string;
}

/**
 * Writes the files of images to folders: what a build in a container is for, where no image is shipped. A folder that holds what the same
 * key made, untouched, is left alone; one that nothing here made is never replaced.
 */
export async function extractImages(options: ExtractOptions, run: RunProgram = runProgram): Promise<ExtractOutcome> {
  // Beside files that are taken out, an attestation would be a file that differs every time.
  const settings = { ...options.settings, provenance: 'off' as const, sbom: false };
  const opened = await openExtract({ ...options, settings }, options.target);
  if (!('scene' in opened)) return ended(options.cwd, opened.diagnostics);
  const { scene, options: asking } = opened;
  const { root } = scene.workspace.fs;
  if (scene.diagnostics.some(({ exit }) => exit === 2)) return ended(root, scene.diagnostics);
  const affected = await affectedOf(scene, run, asking);
  if (isDiagnostic(affected)) return ended(root, [...scene.diagnostics, affected]);
  const { planned, diagnostics } = await planBuilds({ ...scene, asked: affected.images }, run, asking);
  const faults = distinctDiagnostics([...scene.diagnostics, ...diagnostics]);
  if (faults.some(({ exit, code }) => exit !== 3 || code.startsWith('engine/'))) return ended(root, faults);

  const wanted = affected.images.flatMap((image) => planned.get(image.name) ?? []);
  const places = wanted.map((each): ExtractPlace => ({ planned: each, folder: placeOf(each.image, root, options) }));
  const states = places.map((place) => ({
    place,
    state: folderState(place.folder, place.planned.image.name, place.planned.plan.key),
  }));
  const isFresh = options.force === true || options.refresh === true;
  const present = states
    .filter(({ state }) => state === 'whole' && !isFresh)
    .map(({ place }) => outcomeOf(place, 'present'));
  const foreign = states.filter(({ state }) => state === 'foreign').map(({ place }) => foreignFolder(place));
  const open = states
    .filter(({ state }) => state === 'ours' || state === 'free' || (state === 'whole' && isFresh))
    .map(({ place }) => place);
  const made = open.length === 0 ? undefined : await buildAndUnpack(open, root, asking, run);
  const images = [...present, ...foreign, ...(made?.images ?? [])].sort((a, b) => byCodeUnits(a.image, b.image));
  const outcome = {
    images,
    ...(made && { built: made.built }),
    diagnostics: faults,
    notes: scene.notes,
    root,
  };
  return { ...outcome, exitCode: exitOf(outcome, options.signal) };
}

function placeOf({ name }: Image, root: string, { to, cwd, images = [] }: ExtractOptions): string {
  if (to === undefined) return join(dirname(metadataPath(root, name)), 'files');
  const folder = resolve(cwd, to);
  return images.length === 1 ? folder : join(folder, name.replace(/[^A-Za-z0-9._@-]+/g, '-'));
}

async function buildAndUnpack(
  places: readonly ExtractPlace[],
  root: string,
  options: BuildOptions,
  run: RunProgram,
): Promise<{ readonly built: BuildOutcome; readonly images: readonly ExtractedImage[] }> {
  // The builder writes an archive: with a folder as output it hangs at some 10,000 files, and would add to what is there.
  const archives = join('dist', 'docker', `.extract-${process.pid}`);
  const { affected: _, projects: __, ...how } = options;
  const archiveOf = ({ image }: PlannedImage) => join(root, archives, `${image.name}.tar`);
  try {
    if (!options.dryRun) for (const { planned } of places) mkdirSync(dirname(archiveOf(planned)), { recursive: true });
    const built = await build(
      {
        ...how,
        images: places.map(({ planned }) => planned.image.name),
        output: { type: 'tar', folder: archives },
        // They were seen to a moment ago.
        trustGenerated: true,
      },
      run,
    );
    const byName = new Map(built.images.map((image) => [image.image, image]));
    const images: ExtractedImage[] = [];
    for (const place of places) {
      const outcome = byName.get(place.planned.image.name);
      images.push(
        outcome?.status === 'built'
          ? await unpackImage(place, outcome.key, archiveOf(place.planned), options.signal)
          : outcomeOf(place, options.dryRun && built.exitCode === 0 ? 'missing' : 'failed', outcome),
      );
    }
    return { built, images };
  } finally {
    rmSync(join(root, archives), { recursive: true, force: true, maxRetries: 3 });
  }
}

function outcomeOf(
  { planned: { image, plan, notes }, folder }: ExtractPlace,
  status: ExtractedImage['status'],
  outcome?: ImageOutcome,
): ExtractedImage {
  return {
    image: image.name,
    ...(image.project !== undefined && { project: image.project }),
    status,
    key: outcome?.key ?? plan.key,
    folder,
    notes,
  };
}

function foreignFolder(place: ExtractPlace): ExtractedImage {
  return {
    ...outcomeOf(place, 'failed'),
    failure: {
      message: `${place.folder} holds something that no extraction of ${place.planned.image.name} made, and is left as it is`,
      hint: 'Remove it yourself, or name another folder with --to.',
      lastLines: [],
      exit: 2,
    },
  };
}

function exitOf(
  { images, built, diagnostics }: Omit<ExtractOutcome, 'exitCode'>,
  signal: AbortSignal | undefined,
): ExtractOutcome['exitCode'] {
  if (signal?.aborted || built?.exitCode === 130) return 130;
  return worstExit([
    ...diagnostics.map(({ exit }) => exit),
    ...images.flatMap(({ failure }) => failure?.exit ?? []),
    built?.exitCode ?? 0,
  ]);
}

function ended(root: string, diagnostics: ExtractOutcome['diagnostics']): ExtractOutcome {
  const outcome = { images: [], diagnostics, notes: [], root };
  return { ...outcome, exitCode: exitOfBuild(outcome, undefined) };
}
