import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { METADATA_FOLDER, readMetadata, sizeOfLayers } from '@dockwarden-internal/build';
import type { ImageDetails } from '@dockwarden-internal/report/html/report-details';
import { byCodeUnits } from '@dockwarden-internal/syntax';

/** The images below a root whose layers were noted when they were built or found, the largest first. */
export function notedImages(root: string): readonly ImageDetails[] {
  const folder = join(root, METADATA_FOLDER);
  return namesIn(folder)
    .flatMap((name): ImageDetails[] => {
      const metadata = readMetadata(join(folder, name, 'metadata.json'));
      if (!metadata || metadata.layers.length === 0) return [];
      const size = sizeOfLayers(metadata.layers);
      const { image, layers, previous } = metadata;
      return [{ name: image, size, layers, ...(previous && { change: size - previous.size }) }];
    })
    .sort((one, other) => other.size - one.size || byCodeUnits(one.name, other.name));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
