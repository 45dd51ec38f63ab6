import { join } from 'node:path';

/** Where an image's metadata is, below a workspace's root: names of images are data, so what is no part of a file's name is replaced. */
export function metadataPath(root: string, image: string): string {
  const name = image.replace(/[^A-Za-z0-9._@-]+/g, '-').replace(/^\.+/, '_') || '_';
  return join(root, 'dist', 'docker', name, 'metadata.json');
}
