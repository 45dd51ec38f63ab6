import { type Span, textAt } from '@dockwarden-internal/syntax';
import type { Command } from '../model/command.ts';
import { placeOf } from '../model/dockerfile.ts';

/**
 * What goes where a command is taken out of its RUN: it and one operator. Undefined where what is left would not be the same list without it,
 * as that of `a || b`, and where it stands alone; a comment between the two stays with its neighbour.
 */
export function commandRemoval({ run, shell }: Command): Span | undefined {
  const { removal, embedding } = shell;
  if (!removal || embedding !== undefined) return undefined;
  return /\n[ \t]*#/.test(textAt(placeOf(run.dockerfile, removal))) ? undefined : removal;
}
