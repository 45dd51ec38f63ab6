import { indentationAt } from '../source/insert-line.ts';
import type { ProgramFile } from '../source/program-files.ts';
import { statementEnd } from '../source/statement-end.ts';
import { reads, type Token } from '../source/token.ts';

/** The last token of the last import that stands before the token `before` and begins its line without indentation. */
export function lastImport({ text, tokens }: ProgramFile, before: number): Token | undefined {
  let last: Token | undefined;
  for (let at = 0; at < before; at++) {
    const { start, first, depth } = tokens[at]!;
    const outermost = first && depth === 0 && indentationAt(text, start) === '';
    if (!outermost || !(reads(tokens, at, 'import') || reads(tokens, at, 'from'))) continue;
    const end = statementEnd(tokens, at);
    if (end === undefined || end >= before) continue;
    last = tokens[end];
    at = end;
  }
  return last;
}
