import type { AndOr, Statement } from 'unbash';
import type { Span } from '../text/span.ts';

/** For each element of a chain what goes where it is taken out: it and one `&&`. Undefined beside `||`, which would mean something else. */
export function removalsInChain({ commands, operators }: AndOr, text: string): (Span | undefined)[] {
  return commands.map(({ pos, end }, index) => {
    const before = commands[index - 1];
    if (before) return operators[index - 1] === '&&' ? between(before.end, pos, end, text, /^\s*&&\s*$/) : undefined;
    const after = commands[1]!;
    return operators[0] === '&&' && /^\s*&&\s*$/.test(text.slice(end, after.pos))
      ? { start: pos, end: after.pos }
      : undefined;
  });
}

/** For each statement of a list what goes where it is taken out: it and one separator. Undefined for the only one, and beside `&`. */
export function removalsInList(statements: readonly Statement[], text: string): (Span | undefined)[] {
  if (statements.length < 2) return [];
  return statements.map(({ pos, end, background }, index) => {
    if (background) return undefined;
    const before = statements[index - 1];
    if (before) return before.background ? undefined : between(before.end, pos, end, text, SEPARATOR);
    const after = statements[1]!;
    return SEPARATOR.test(text.slice(end, after.pos)) ? { start: pos, end: after.pos } : undefined;
  });
}

/** What else stands there, as the body of a heredoc or a comment, belongs to a neighbour. */
const SEPARATOR = /^[ \t]*[;\n]\s*$/;

function between(left: number, pos: number, end: number, text: string, separator: RegExp): Span | undefined {
  return separator.test(text.slice(left, pos)) ? { start: left, end } : undefined;
}
