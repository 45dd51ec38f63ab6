import { join } from 'node:path';

/** Below a workspace's root: what is written down of images. */
export const METADATA_FOLDER = 'dist/docker';

/** Where an image's metadata is, below a workspace's root: names of images are data, so what is no part of a file's name is replaced. */
export function metadataPath(root: string, image: string): string {
  const name = image.replace(/[^A-Za-z0-9._@-]+/g, '-').replace(/^\.+/, '_') || '_';
  return join(root, METADATA_FOLDER, name, 'metadata.json');
}
