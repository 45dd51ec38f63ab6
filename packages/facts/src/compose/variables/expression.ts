import { lineBreakAfter } from '@dockwarden-internal/syntax';

export interface Expression {
  readonly name: string;
  readonly operator: string;
  readonly argument: string;
  readonly end: number;
}

export function nameAt(source: string, at: number): string {
  const pattern = /[_a-z][_a-z0-9]*/iy;
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? '';
}

/** `${NAME}` or `${NAME<operator><argument>}` on one line; undefined where Compose refuses it. */
export function readExpression(source: string, at: number): Expression | undefined {
  const name = nameAt(source, at + 2);
  const behind = at + 2 + name.length;
  if (name === '') return undefined;
  if (source[behind] === '}') return { name, operator: '', argument: '', end: behind + 1 };
  const operator = /^:?[-+?]/.exec(source.slice(behind, behind + 2))?.[0];
  if (operator === undefined) return undefined;
  const last = source.lastIndexOf('}', lineBreakAfter(source, behind));
  const from = behind + operator.length;
  if (last < from) return undefined;
  const to = closingBrace(source, at + 1, last) ?? last;
  return { name, operator, argument: source.slice(from, to), end: to + 1 };
}

/**
 * The brace that closes the one at `from`. What follows an opening brace is never taken for a closing one, and where braces do
 * not balance the last one of the line closes. Source: compose-go getFirstBraceClosingIndex.
 */
function closingBrace(source: string, from: number, last: number): number | undefined {
  let open = 0;
  for (let at = from; at <= last; at++) {
    if (source[at] === '}' && --open === 0) return at;
    if (source[at] === '{') {
      open++;
      at++;
    }
  }
  return undefined;
}
