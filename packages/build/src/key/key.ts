import { CONTENT_LABEL } from '../docker/label-names.ts';
import { KEY_LABEL, OCI_CREATED } from '../labels/oci-keys.ts';
import type { Stamp } from '../model/image-plan.ts';
import { type Canonical, digestOf, sortedEntries } from './digest-of.ts';

/** Names the encoding; a change of it changes every key. */
export const KEY_FORMAT = 'dockwarden key 1';

/** Labels that follow from the key or the content; whether they are written yet must not matter. */
const FOUND_BY: readonly string[] = [KEY_LABEL, CONTENT_LABEL];

/** What makes an image of a content: the request, as far as it changes the image's bytes. */
export interface KeyParts {
  /** Of {@link contentOf}. */
  readonly content: string;
  readonly platforms: readonly string[];
  readonly stamp: Stamp;
  /** Name of the ARG that the date is passed by. */
  readonly createdArg: string;
  readonly provenance: 'off' | 'min' | 'max';
  readonly sbom: boolean;
  readonly reproducible: boolean;
  readonly contextMode: 'staged' | 'direct';
  /** Options of the exporter that change bytes: `compression`, `oci-mediatypes`. */
  readonly exporter?: ReadonlyMap<string, string>;
  /** The key of each image of the workspace that it is built on, by the reference that names it. */
  readonly parents?: ReadonlyMap<string, string>;
}

/**
 * 64 hexadecimal digits over the content and all that is asked of the image. Of labels and annotations all count but those of key and content and,
 * where the date is that of the build, the date; then the epoch does not count either.
 */
export function keyOf(parts: KeyParts): string {
  const { content, platforms, stamp, provenance, sbom, reproducible, contextMode, exporter, parents } = parts;
  const isBuildTime = stamp.created === undefined;
  const left = (map: ReadonlyMap<string, string>, created: string): Canonical =>
    sortedEntries(map).filter(([name]) => !FOUND_BY.includes(name) && !(isBuildTime && name === created));
  return digestOf(KEY_FORMAT, [
    ['content', content],
    ['platforms', [...new Set(platforms)].sort()],
    ['labels', left(stamp.labels, OCI_CREATED)],
    ['annotations', left(stamp.annotations, OCI_CREATED)],
    ['args', left(stamp.args, parts.createdArg)],
    ['epoch', isBuildTime ? null : stamp.epoch],
    ['provenance', provenance],
    ['sbom', sbom],
    ['reproducible', reproducible],
    ['context mode', contextMode],
    ['exporter', sortedEntries(exporter ?? new Map())],
    ['parents', sortedEntries(parents ?? new Map())],
  ]);
}
