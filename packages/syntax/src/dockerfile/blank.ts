/** What Go's `unicode.IsSpace` takes for white space; BuildKit trims lines and splits ENV words by it. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || (code > 127 && isWideSpace(code));
}

function isWideSpace(code: number): boolean {
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** `[\t\v\f\r ]`: what BuildKit splits a keyword from its arguments by, and the words of FROM, COPY, EXPOSE and their like. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || (code >= 11 && code <= 13);
}

/** The first offset in `[from, to)` that holds no white space, or `to`. */
export function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The same where BuildKit walks by bytes: of a wider white space it sees the first byte, which is none. */
export function skipAsciiSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) < 128 && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The end of `[from, to)` without the white space it ends in. */
export function trimSpaceEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}
