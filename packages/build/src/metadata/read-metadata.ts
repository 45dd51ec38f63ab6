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
  const previous = at(value, 'previous');
  const isWhole = texts && objects && lists && hasSizes(value) && (previous === undefined || isPrevious(previous));
  return at(value, 'version') === 1 && isWhole ? (value as ImageMetadata) : undefined;
}

function isPrevious(value: unknown): boolean {
  return textAt(value, 'key') !== undefined && typeof at(value, 'size') === 'number' && hasSizes(value);
}

function hasSizes(value: unknown): boolean {
  return (
    Array.isArray(at(value, 'layers')) &&
    listAt(value, 'layers').every((layer) => typeof at(layer, 'size') === 'number')
  );
}
