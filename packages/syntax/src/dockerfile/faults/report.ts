import type { Span } from '../../text/span.ts';
import type { InstructionNode, SyntaxFault } from '../tree.ts';

/** Notes a fault; `later` is set for what BuildKit refuses only when the instruction's turn comes. */
export type Report = (code: string, message: string, span: Span, later?: SyntaxFault['later']) => void;

export interface CheckContext {
  readonly escapeChar: string;
  readonly report: Report;
  /** For what BuildKit's parser refuses: it reads an ONBUILD's trigger at once, while the other checks wait until that fires. */
  readonly reportReading: Report;
  /** The instruction before this one, in the file. */
  readonly previous?: InstructionNode;
}

/** Looks at one instruction. */
export type Check = (node: InstructionNode, context: CheckContext) => void;

/** The keyword as the messages spell it. */
export function title(node: InstructionNode): string {
  return node.keyword.toUpperCase();
}

/** The instruction's arguments, or its keyword where it has none. */
export function argumentSpan(node: InstructionNode): Span {
  return node.argsStart < node.argsEnd ? node.argsSpan : node.keywordSpan;
}
