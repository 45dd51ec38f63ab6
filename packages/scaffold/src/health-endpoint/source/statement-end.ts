import type { Token } from './token.ts';

/** A line that begins with one of these goes on with what stands before. */
const CONTINUES = new Set(['.', '?', ',', ')', ']', '}', '=', '|', '&', '+', '*', ':']);
/** Behind one of these a statement cannot end. */
const OPEN = new Set(['.', '?', ',', '(', '[', '{', '=', '|', '&', '+', '-', '*', ':', '<']);

/**
 * Index of the last token of the statement that begins at `from`: its semicolon, or the last before a line that does not go on with it.
 * Undefined where a bracket that stands around it closes first on the same line.
 */
export function statementEnd(tokens: readonly Token[], from: number): number | undefined {
  const depth = tokens[from]?.depth;
  if (depth === undefined) return undefined;
  for (let at = from + 1; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.depth > depth) continue;
    if (token.depth < depth) return token.first ? at - 1 : undefined;
    if (token.kind === 'sign' && token.text === ';') return at;
    const before = tokens[at - 1]!;
    const goesOn =
      (token.kind === 'sign' && CONTINUES.has(token.text)) || (before.kind === 'sign' && OPEN.has(before.text));
    if (token.first && !goesOn) return at - 1;
  }
  return tokens.length - 1;
}
