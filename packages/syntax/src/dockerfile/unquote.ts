/**
 * Removes quotes and escapes as BuildKit does, and leaves `$name` as it stands. A quote that is never closed reaches to the end.
 */
export function unquote(text: string, escapeChar: string): string {
  if (!text.includes('"') && !text.includes("'") && !text.includes(escapeChar)) return text;
  let out = '';
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (quote ? char === quote : char === '"' || char === "'") quote = quote ? '' : char;
    else if (char === escapeChar && quote !== "'") {
      const next = text[at + 1] ?? '';
      // Within double quotes only these can be escaped.
      if (quote && next !== '"' && next !== '$' && next !== escapeChar) out += char;
      else {
        out += next;
        at++;
      }
    } else out += char;
  }
  return out;
}
