import { parseReference } from '@dockwarden-internal/syntax';

/** What an image reference pins: its digest all, a tag nothing for good. */
export function imageKind(text: string): 'pinned' | 'resolvable' {
  const parsed = parseReference(text);
  return !('fault' in parsed) && parsed.digest !== undefined ? 'pinned' : 'resolvable';
}
