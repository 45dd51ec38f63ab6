import { PATTERN_LENGTH } from './bounds.ts';
import { compileExpression } from './compile-expression.ts';
import type { Glob } from './glob.ts';
import { parseExpression } from './parse-expression.ts';
import { isWellFormed } from './well-formed.ts';

/** Why a pattern has no glob: Docker refuses it, or it is longer than any path can be. */
export type GlobFault = 'malformed' | 'too-long';

/**
 * Compiles a cleaned pattern as PatternMatcher does. Where `*`, `?`, `[` or `\` occur (but for a leading `**` or a trailing one, which
 * compare text), moby writes a Go regular expression; the same text is written here and read by the same rules, so that also its
 * oddities hold: `|` and `{2}` are not escaped, `\d` is a digit, `[^a]` matches `/`.
 */
export function compileGlob(pattern: string): Glob | GlobFault {
  if (pattern.length > PATTERN_LENGTH) return 'too-long';
  if (!isWellFormed(pattern)) return 'malformed';
  const written = writeExpression(pattern);
  if (written.kind === 'exact') return { kind: 'exact', text: pattern };
  if (written.kind === 'prefix') return { kind: 'prefix', text: pattern.slice(0, -2) };
  // Behind a byte order mark moby cuts off two of its bytes instead of the stars, and nothing matches.
  if (written.kind === 'suffix') return { kind: 'suffix', text: pattern.startsWith('**') ? pattern.slice(2) : pattern };
  const expression = parseExpression(written.text);
  if (!expression) return 'malformed';
  const compiled = compileExpression(expression);
  return compiled ? { kind: 'expression', expression, ...compiled } : 'too-long';
}

/** What Go's regular expressions give a meaning and file patterns do not. moby means to escape `{`, `|` and `}` too, and does not. */
const ESCAPED = '.+()$';

function writeExpression(pattern: string): { kind: Glob['kind']; text: string } {
  // Go's text/scanner drops a byte order mark at its start.
  const characters = [...(pattern.startsWith('\uFEFF') ? pattern.slice(1) : pattern)];
  let kind: Glob['kind'] = 'exact';
  let text = '^';
  let i = 0;
  while (i < characters.length) {
    const first = i === 0;
    const c = characters[i++]!;
    if (c === '*' && characters[i] === '*') {
      i++;
      if (characters[i] === '/') i++;
      if (i < characters.length) {
        text += '(.*/)?';
        kind = 'expression';
      } else if (kind === 'exact') {
        kind = 'prefix';
      } else {
        text += '.*';
        kind = 'expression';
      }
      if (first) kind = 'suffix';
    } else if (c === '*' || c === '?') {
      text += c === '*' ? '[^/]*' : '[^/]';
      kind = 'expression';
    } else if (ESCAPED.includes(c)) {
      text += `\\${c}`;
    } else if (c === '\\') {
      text += c;
      if (i < characters.length) {
        text += characters[i++];
        kind = 'expression';
      }
    } else {
      text += c;
      if (c === '[' || c === ']') kind = 'expression';
    }
  }
  return { kind, text: `${text}$` };
}
