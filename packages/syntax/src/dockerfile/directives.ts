import { isSpace } from './blank.ts';
import type { LineCursor } from './lines.ts';
import { nextLine } from './lines.ts';
import { shown } from './shown.ts';
import type { Directive, SyntaxFault } from './tree.ts';

type Name = Directive['name'];

const NAMES: ReadonlySet<string> = new Set<Name>(['syntax', 'escape', 'check']);

/**
 * Reads the parser directives that a file begins with. The first line that is none ends them, whatever follows; the cursor is left on
 * it, and the result is false where there is no such line.
 * Source: Dockerfile reference, "Parser directives"; moby/buildkit frontend/dockerfile/parser/directives.go.
 */
export function readDirectives(cursor: LineCursor, directives: Directive[], faults: SyntaxFault[]): boolean {
  while (nextLine(cursor)) {
    const directive = readDirective(cursor);
    if (!directive) return true;
    check(directive, directives, faults);
    directives.push(directive);
  }
  return false;
}

/** The escape character that the directives set; a bad one is passed over. */
export function escapeOf(directives: readonly Directive[]): '\\' | '`' {
  return directives.find((each) => each.name === 'escape')?.value === '`' ? '`' : '\\';
}

function readDirective({ text, start, end }: LineCursor): Directive | undefined {
  const hash = skip(text, start, end, isSpace);
  if (text[hash] !== '#' || hash >= end) return undefined;
  const nameStart = skip(text, hash + 1, end, isSpace);
  const nameEnd = skip(text, nameStart, end, isNamePart);
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  if (!NAMES.has(name)) return undefined;
  const equals = skip(text, nameEnd, end, isPatternSpace);
  if (text[equals] !== '=' || equals + 1 >= end) return undefined;
  let valueStart = skip(text, equals + 1, end, isPatternSpace);
  let valueEnd = end;
  // BuildKit's pattern wants one character at least, so that a blank alone is a value.
  if (valueStart === end) valueStart = end - 1;
  else while (isPatternSpace(text.charCodeAt(valueEnd - 1))) valueEnd--;
  return {
    name: name as Name,
    value: text.slice(valueStart, valueEnd),
    span: { start: hash, end: valueEnd },
    valueSpan: { start: valueStart, end: valueEnd },
  };
}

function skip(text: string, from: number, to: number, passes: (code: number) => boolean): number {
  let at = from;
  while (at < to && passes(text.charCodeAt(at))) at++;
  return at;
}

/** `\s` of Go's regular expressions, which knows no vertical tab. */
function isPatternSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 12 || code === 13;
}

function isNamePart(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57);
}

function check(directive: Directive, before: readonly Directive[], faults: SyntaxFault[]): void {
  const { name, value } = directive;
  if (before.some((each) => each.name === name)) {
    faults.push({
      code: 'syntax/duplicate-directive',
      message: `The ${name} directive stands twice; only one is allowed`,
      span: directive.span,
    });
  } else if (name === 'escape' && value !== '`' && value !== '\\') {
    faults.push({
      code: 'syntax/escape-directive',
      message: `The escape character can be \\ or \` and nothing else, not ${JSON.stringify(shown(value))}`,
      span: directive.valueSpan,
    });
  }
}
