import { join } from 'node:path';
import { METADATA_FOLDER } from '../metadata/metadata-path.ts';
import type { Disk } from './disk.ts';

/**
 * Tells what builds themselves leave in the workspace, by absolute path: what is written down of images, and the folder above it where it holds
 * nothing else. In a copy of the whole workspace it would give every build another key than the one before.
 */
export function ownOutputs(root: string, disk: Disk): (absolute: string) => boolean {
  const own = join(root, METADATA_FOLDER);
  const parent = join(own, '..');
  return (absolute) => {
    if (absolute === own) return true;
    if (absolute !== parent) return false;
    const held = disk.list(absolute);
    return typeof held === 'object' && held.length === 1 && `${absolute}/${held[0]!.name}` === own;
  };
}
