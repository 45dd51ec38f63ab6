import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { METADATA_FOLDER, readMetadata, sizeOfLayers } from '@dockwarden-internal/build';
import type { ImageDetails } from '@dockwarden-internal/report/html/report-details';

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
    .sort((one, other) => other.size - one.size || (one.name < other.name ? -1 : 1));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
