import { type ImageDigests, topDigest } from '../docker/image-digests.ts';
import { isIndexType } from '../docker/inspected-image.ts';
import { textAt } from '../docker/json.ts';
import type { BakeFile } from './bake-file.ts';
import type { Verdict } from './judge-pass.ts';

/** Adds what the metadata file says to what the exporters told, of which some drivers tell nothing. */
export function withMetadata(
  verdicts: ReadonlyMap<string, Verdict>,
  metadata: unknown,
  { names }: Pick<BakeFile, 'names'>,
): ReadonlyMap<string, Verdict> {
  if (metadata === undefined) return verdicts;
  return new Map(
    [...verdicts].map(([image, verdict]): [string, Verdict] => {
      if (verdict.status !== 'built') return [image, verdict];
      return [image, { ...verdict, digests: join(verdict.digests, metadata, names.get(image)!) }];
    }),
  );
}

function join(told: ImageDigests, metadata: unknown, name: string): ImageDigests {
  const digest = textAt(metadata, name, 'containerimage.digest');
  const config = told.config ?? textAt(metadata, name, 'containerimage.config.digest');
  const type = textAt(metadata, name, 'containerimage.descriptor', 'mediaType');
  const known = { ...told, ...(config && { config }) };
  // An engine with the overlay2 store calls the configuration's digest the image's.
  if (topDigest(known) !== undefined || digest === undefined || digest === config) return known;
  if (type === undefined) return { ...known, config: config ?? digest };
  return isIndexType(type) ? { ...known, index: digest } : { ...known, manifest: digest };
}
