import type { SyntaxNode } from 'unbash';
import { forEachChild } from 'unbash';
import { MAX_SHELL_NESTING } from './limits.ts';

export interface FoundExpansion {
  readonly name: string;
  readonly fallback: boolean;
  readonly pos: number;
  readonly end: number;
}

const NAME = /^[A-Za-z_]\w*$/;
const FALLBACKS: ReadonlySet<string> = new Set(['-', ':-', '=', ':=', '+', ':+']);

/** The named variables that a node expands by itself; what stands in `$(…)` and the like belongs to the commands there. */
export function expansionsIn(node: SyntaxNode): FoundExpansion[] {
  const found: FoundExpansion[] = [];
  const visit = (at: SyntaxNode, depth: number): void => {
    if (depth > 2 * MAX_SHELL_NESTING) return;
    switch (at.type) {
      case 'SimpleExpansion':
        add(at.text.slice(1), false, at);
        return;
      case 'ParameterExpansion':
        add(at.parameter, at.operation?.type === 'Default' && FALLBACKS.has(at.operation.operator), at);
        break;
      case 'ArithmeticWord':
        if (!at.parts) add(at.value, false, at);
        break;
      case 'CommandExpansion':
      case 'ProcessSubstitution':
      case 'ArithmeticCommandExpansion':
        return;
    }
    forEachChild(at, (child) => visit(child, depth + 1));
  };
  const add = (name: string, fallback: boolean, at: SyntaxNode): void => {
    if (NAME.test(name)) found.push({ name, fallback, pos: at.pos, end: at.end });
  };
  visit(node, 0);
  return found;
}
