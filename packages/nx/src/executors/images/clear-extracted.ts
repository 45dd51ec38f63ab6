import { rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { EXTRACT_FOLDER } from './extract-folder.ts';
import type { BuildTask } from './read-build-task.ts';

/**
 * Takes away what an earlier extraction left, since the builder adds to a folder and a task runner keeps all of it. Only where nothing but
 * extractions can be: in a folder of the user's choice may be anything.
 */
export function clearExtracted(
  root: string,
  folder = EXTRACT_FOLDER,
  tasks: readonly Pick<BuildTask, 'images'>[],
): void {
  if (folder !== EXTRACT_FOLDER) return;
  const base = join(root, EXTRACT_FOLDER);
  for (const image of tasks.flatMap(({ images }) => images)) {
    const place = join(base, image);
    const below = relative(base, place);
    if (below !== '' && below.split(sep)[0] !== '..') rmSync(place, { recursive: true, force: true });
  }
}
