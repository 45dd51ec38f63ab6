import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { replaceFolder, unpackTar } from '@dockwarden-internal/build';
import { counted } from '@dockwarden-internal/report';
import type { ImageFailure } from '../build/build-outcome.ts';
import { interrupted } from '../build/interrupted.ts';
import type { PlannedImage } from '../build/planned-image.ts';
import { reasonOf } from '../files/reason-of.ts';
import type { ExtractedImage } from './extract-outcome.ts';

/** An image and the folder that its files go to, absolute. */
export interface ExtractPlace {
  readonly planned: PlannedImage;
  readonly folder: string;
}

/** Unpacks an image's archive beside the place of its files, and puts it there once it is whole. */
export async function unpackImage(
  { planned: { image, notes }, folder }: ExtractPlace,
  key: string,
  archive: string,
  signal: AbortSignal | undefined,
): Promise<ExtractedImage> {
  const { name, project } = image;
  const base = { image: name, ...(project !== undefined && { project }), key, folder };
  const failed = (failure: ImageFailure): ExtractedImage => ({ ...base, status: 'failed', notes, failure });
  let beside: string | undefined;
  try {
    mkdirSync(dirname(folder), { recursive: true });
    beside = mkdtempSync(join(dirname(folder), `.${basename(folder)}.`));
    const files = join(beside, 'files');
    mkdirSync(files);
    const unpacked = await unpackTar(archive, files, signal);
    if (signal?.aborted) return failed(interrupted);
    if ('fault' in unpacked)
      return failed({ message: `its archive is refused: ${unpacked.fault}`, lastLines: [], exit: 1 });
    replaceFolder(folder, files, { image: name, key });
    const { devices, ...counts } = unpacked;
    const left = devices > 0 ? [`left out: ${counted(devices, 'device or pipe', 'devices or pipes')}`] : [];
    return { ...base, status: 'extracted', ...counts, notes: [...notes, ...left] };
  } catch (error) {
    // The disk is full, or may not be written to.
    return failed({ message: `${folder} is not written: ${reasonOf(error)}`, lastLines: [], exit: 3 });
  } finally {
    if (beside !== undefined) rmSync(beside, { recursive: true, force: true, maxRetries: 3 });
  }
}
