import { readFileSync } from 'node:fs';
import { at, listAt, readJson, textAt } from '../docker/json.ts';
import type { ImageMetadata } from './image-metadata.ts';

/** What an earlier run wrote of an image, to compare with; undefined where there is none, or none that this version reads. */
export function readMetadata(path: string): ImageMetadata | undefined {
  let value: unknown;
  try {
    value = readJson(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
  const texts = ['image', 'key', 'content', 'from'].every((name) => textAt(value, name) !== undefined);
  const objects = ['digests', 'labels'].every((name) => typeof (at(value, name) ?? undefined) === 'object');
  const lists = ['tags', 'platforms', 'bases', 'layers', 'volatile'].every((name) => Array.isArray(at(value, name)));
  const layers = listAt(value, 'layers').every((layer) => typeof at(layer, 'size') === 'number');
  return at(value, 'version') === 1 && texts && objects && lists && layers ? (value as ImageMetadata) : undefined;
}
