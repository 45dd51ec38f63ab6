import { positionAt, textAt } from '@dockwarden-internal/syntax';
import type { Finding } from '../finding.ts';

/** `LINE id "words"`, with what silences it. */
export function said({ id, place, suppressed }: Finding): string {
  const { line } = positionAt(place.source, place.span.start);
  return `${line} ${id} ${JSON.stringify(textAt(place))}${suppressed ? ` [${suppressed.reason}]` : ''}`;
}
