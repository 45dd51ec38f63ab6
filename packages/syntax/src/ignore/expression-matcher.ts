import { type CompiledExpression, compileExpression } from './compile-expression.ts';
import { parseExpression } from './parse-expression.ts';
import { programMatcher } from './run-program.ts';

/**
 * A matcher for the small language of ignore patterns, for other formats that can be written in it; linear in the path, whatever the
 * pattern. Its only group is the one for any number of folders. Undefined where the text is none of it, or too large.
 */
export function expressionMatcher(text: string): ((path: string) => boolean) | undefined {
  const expression = parseExpression(text);
  const compiled = expression && compileExpression(expression);
  return compiled && compiledMatcher(compiled);
}

/** Looks at the ends first, which settles most paths. */
export function compiledMatcher({ program, literalStart, literalEnd }: CompiledExpression): (path: string) => boolean {
  const runs = programMatcher(program);
  return (path) => path.startsWith(literalStart) && path.endsWith(literalEnd) && runs(path);
}
