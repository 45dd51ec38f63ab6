import { OWN_PREFIX } from '../labels/oci-keys.ts';

/** What an image was made from, whatever its labels. Children inherit labels, so that it is checked on what a tag names, and never searched for. */
export const CONTENT_LABEL = `${OWN_PREFIX}content`;

/** `true` where files differed from the commit that the labels name. */
export const DIRTY_LABEL = `${OWN_PREFIX}dirty`;

/** Whether labels are those of the wanted content. What was made from files that no commit holds is another run's matter alone. */
export function hasContent(labels: ReadonlyMap<string, string>, content: string | undefined): boolean {
  return content !== undefined && labels.get(CONTENT_LABEL) === content && labels.get(DIRTY_LABEL) !== 'true';
}
