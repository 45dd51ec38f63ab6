import {
  type InspectedImage,
  inspectImages,
  keyTag,
  metadataPath,
  type RunProgram,
  readMetadata,
} from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { planBuilds } from '../build/plan-builds.ts';
import type { ImageRequest } from './day-request.ts';
import type { OpenedImage } from './open-image.ts';

/** An image that the engine has. */
export interface EngineImage {
  readonly reference: string;
  readonly inspected: InspectedImage;
}

/** The image as it was last built here, or as its inputs are now where that is in the engine and nothing is noted. */
export async function lastBuilt(
  run: RunProgram,
  opened: OpenedImage,
  request: Pick<ImageRequest, 'cwd' | 'surroundings'>,
): Promise<EngineImage | Diagnostic> {
  const { image, root } = opened;
  const noted = readMetadata(metadataPath(root, image.name))?.key;
  const seen = noted === undefined ? undefined : await inEngine(run, opened, noted);
  if (seen) return seen;
  const { planned, diagnostics } = await planBuilds({ ...opened.scene, asked: [image] }, run, {
    ...request,
    trustGenerated: true,
  });
  const fault = diagnostics.find(({ code }) => code.startsWith('engine/'));
  if (fault) return fault;
  const key = planned.get(image.name)?.plan.key;
  return (key === undefined ? undefined : await inEngine(run, opened, key)) ?? notBuilt(image.name);
}

/** The image with a key, where the engine has it. */
export async function inEngine(
  run: RunProgram,
  { image }: OpenedImage,
  key: string,
): Promise<EngineImage | Diagnostic | undefined> {
  const reference = `${image.request.repository}:${keyTag(key)}`;
  const { images, diagnostic } = await inspectImages(run, [reference]);
  const inspected = images.get(reference);
  return diagnostic ?? (inspected && { reference, inspected });
}

function notBuilt(name: string): Diagnostic {
  return {
    code: 'image/not-built',
    message: `${name} is not in the engine.`,
    hint: `Build it: dockwarden build ${name}.`,
    exit: 3,
  };
}
