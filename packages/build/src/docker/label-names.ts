import { OWN_PREFIX } from '../labels/oci-keys.ts';

/** What an image was made from, whatever its labels. Children inherit labels, so that it is checked on what a tag names, and never searched for. */
export const CONTENT_LABEL = `${OWN_PREFIX}content`;
