import { isDiagnostic } from '@dockwarden-internal/build';
import { build } from '../build/build.ts';
import { printBuild } from '../build/print-build.ts';
import { type EngineImage, inEngine, lastBuilt } from './built-image.ts';
import { type DayOutcome, ended, type ImageRequest, type Programs } from './day-request.ts';
import { type OpenedImage, openImage } from './open-image.ts';

export interface ReadyImage extends EngineImage {
  readonly opened: OpenedImage;
}

/** The image in the engine: built where it is missing, by the way that every build takes. An outcome is why it is not there. */
export async function readyImage(
  request: ImageRequest & { readonly config?: string },
  { run }: Programs,
): Promise<ReadyImage | DayOutcome> {
  const opened = await openImage(request);
  if (!('image' in opened)) return ended(opened.root, opened.diagnostics);
  const found = request.which === 'last' ? await lastBuilt(run, opened, request) : await buildIt(request, opened, run);
  if ('exitCode' in found) return found;
  return isDiagnostic(found) ? ended(opened.root, [found]) : { ...found, opened };
}

async function buildIt(
  request: ImageRequest & { readonly config?: string },
  opened: OpenedImage,
  run: Programs['run'],
): Promise<EngineImage | DayOutcome> {
  const { cwd, surroundings, seat, projectSettings, config, onEvent } = request;
  const { name } = opened.image;
  const controller = new AbortController();
  const removeListener = seat.onSignal(() => controller.abort());
  try {
    const outcome = await build(
      {
        cwd,
        images: [name],
        surroundings,
        signal: controller.signal,
        ...(projectSettings && { projectSettings }),
        ...(config !== undefined && { config }),
        ...(onEvent && { onEvent }),
      },
      run,
    );
    const said = printBuild(outcome, { cwd, color: false, quiet: true });
    if (outcome.exitCode !== 0) return { exitCode: outcome.exitCode, diagnostics: [], root: opened.root, said };
    const key = outcome.images.find(({ image }) => image === name)?.key;
    if (outcome.images.some(({ status }) => status === 'built')) seat.say(said.trimEnd());
    const found = key === undefined ? undefined : await inEngine(run, opened, key);
    if (found && 'inspected' in found) return found;
    return ended(opened.root, found ? [found] : [gone(name)]);
  } finally {
    removeListener();
  }
}

function gone(name: string) {
  const message = `${name} was built, and is not in the engine.`;
  return { code: 'image/not-built', message, hint: 'See that its builder loads what it builds.', exit: 3 as const };
}
