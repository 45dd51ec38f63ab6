import type { ParsedScript, SyntaxNode } from 'unbash';
import { forEachChild } from 'unbash';
import { expansionsIn } from './expansions.ts';
import { MAX_SHELL_NESTING } from './limits.ts';
import { textFor } from './located-text.ts';
import { type Draft, inNewScope, type Reader, type Surroundings } from './reader.ts';

export type WalkScript = (script: ParsedScript, around: Surroundings) => void;

/** Gathers the variables that a node expands, and by `walk` the commands of its substitutions. */
export function visitContents(
  reader: Reader,
  node: SyntaxNode,
  around: Surroundings,
  within: Draft | undefined,
  walk: WalkScript,
): void {
  const { locate } = around.text;
  for (const { name, fallback, pos, end } of expansionsIn(node)) {
    reader.expansions.push({ name, fallback, span: locate(pos, end) });
  }
  const visit = (part: SyntaxNode, depth: number): void => {
    switch (part.type) {
      case 'CommandExpansion':
      case 'ProcessSubstitution':
      case 'ArithmeticCommandExpansion':
        if (isWithinBounds(reader, around) && part.script)
          walk(part.script, inSubstitution(reader, part, around, within));
        break;
      default:
        if (depth <= 2 * MAX_SHELL_NESTING) forEachChild(part, (child) => visit(child, depth + 1));
    }
  };
  visit(node, 0);
}

/** Notes what is left out. */
export function isWithinBounds(reader: Reader, around: Surroundings): boolean {
  if (around.nesting <= MAX_SHELL_NESTING) return true;
  reader.unread ??= `commands nested more than ${MAX_SHELL_NESTING} deep`;
  return false;
}

type Substitution = Extract<
  SyntaxNode,
  { type: 'CommandExpansion' | 'ProcessSubstitution' | 'ArithmeticCommandExpansion' }
>;

function inSubstitution(
  reader: Reader,
  part: Substitution,
  around: Surroundings,
  within: Draft | undefined,
): Surroundings {
  const inner = inNewScope(reader, around, 'substitution', around.state.pipefail);
  const outside = { ...inner, substitutions: around.substitutions + 1, assignments: [], ...(within ? { within } : {}) };
  // The parser undoes the escapes within backticks; offsets are then those of the text that results.
  const decoded = part.script?.source;
  if (decoded === undefined) return outside;
  return { ...outside, text: textFor(decoded, around.text.locate(part.pos, part.end)), embedding: 'opaque' };
}
