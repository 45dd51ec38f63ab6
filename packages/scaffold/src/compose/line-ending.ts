/** The line ending of a text: that of its first line. */
export function eolOf(text: string | undefined): '\n' | '\r\n' {
  return text !== undefined && /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
}
