import { applyEdits, type TextEdit } from '@dockwarden-internal/syntax';
import { indentationAt, lineAbove, lineBelow } from '../source/insert-line.ts';
import type { Token } from '../source/token.ts';
import type { Creation, Registration } from './route-kit.ts';

/** The text of an app's file with both lines in it: the import below the others, the route right below the app, so that nothing stands before it. */
export function addRegistration(
  { file, statement }: Required<Creation>,
  { importLine, registerLine }: Registration,
  importAfter: Token | undefined,
): string {
  const { text, tokens } = file;
  const first = tokens[statement.first]!.start;
  const edits: TextEdit[] = [
    lineBelow(text, tokens[statement.last]!.end, `${indentationAt(text, first)}${registerLine}`),
  ];
  if (importLine !== undefined)
    edits.push(importAfter ? lineBelow(text, importAfter.end, importLine) : lineAbove(text, first, importLine));
  return applyEdits(text, edits);
}
