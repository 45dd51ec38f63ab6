const CONTROL: Record<string, number> = { a: 0x07, f: 0x0c, n: 0x0a, r: 0x0d, t: 0x09, v: 0x0b };
const LAST_CODE_POINT = 0x10ffff;
const OCTAL = /\\(0[0-7]{0,2}|[1-7][0-7]{1,2})/y;
const HEX = /\\x(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{2}))/y;

/** One escaped character, inside or outside a class; undefined where Go refuses it. Source: Go regexp/syntax, parser.escape. */
export function readEscape(text: string, at: number): { code: number; end: number } | undefined {
  const c = text[at + 1];
  if (c === undefined) return undefined;
  const control = CONTROL[c];
  if (control !== undefined) return { code: control, end: at + 2 };
  if (/[0-7]/.test(c)) {
    const found = matchAt(OCTAL, text, at);
    return found && { code: Number.parseInt(found[1]!, 8), end: at + found[0].length };
  }
  if (c === 'x') {
    const found = matchAt(HEX, text, at);
    if (!found) return undefined;
    const code = Number.parseInt(found[1] ?? found[2]!, 16);
    return code <= LAST_CODE_POINT ? { code, end: at + found[0].length } : undefined;
  }
  // Punctuation stands for itself; other letters, digits and what is not ASCII are refused.
  return c < '\x80' && !/[0-9A-Za-z]/.test(c) ? { code: c.charCodeAt(0), end: at + 2 } : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
