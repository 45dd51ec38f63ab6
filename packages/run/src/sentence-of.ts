import { type Diagnostic, positionAt } from '@dockwarden-internal/syntax';

/** A diagnostic on one line: where it is, what is wrong, and what to do. */
export function sentenceOf({ place, path, message, hint }: Diagnostic): string {
  const position = place && positionAt(place.source, place.span.start);
  const where = place && position ? `${place.source.path}:${position.line}:${position.column}` : (path ?? undefined);
  // What is wrong with a whole file names it.
  const head = where === undefined || message.startsWith(where) ? '' : `${where}: `;
  return `${head}${message}${hint ? ` (${hint})` : ''}`;
}
