import { metadataPath, readMetadata } from '@dockwarden-internal/build';
import type { ReferenceOf } from './scan-options.ts';

/** The image that the last build here left under its key, by the metadata that it wrote. */
export const builtReference: ReferenceOf = async (image, root) => {
  const metadata = readMetadata(metadataPath(root, image.name));
  if (metadata)
    return {
      reference: `${image.request.repository}:in-${metadata.key}`,
      where: metadata.from === 'registry' ? 'registry' : 'engine',
    };
  const message = `${image.name} is not scanned: no build of it is known here`;
  return { code: 'scan/not-built', message, hint: `Build it first: dockwarden build ${image.name}.`, exit: 3 };
};
