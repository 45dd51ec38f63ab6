/** White space by Go's unicode.IsSpace, which differs from JavaScript's: U+0085 counts, the byte order mark does not. */
export function isBlank(code: number): boolean {
  if (code <= 0xff) return code === 0x20 || (code >= 9 && code <= 13) || code === 0x85 || code === 0xa0;
  if (code >= 0x2000 && code <= 0x200a) return true;
  return code === 0x1680 || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000;
}

/** Narrows a stretch of text to what is left without blanks on both ends; an empty stretch stands at its start. */
export function trimStretch(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

export function trimBlanks(text: string): string {
  const { start, end } = trimStretch(text, 0, text.length);
  return text.slice(start, end);
}
