/** Nesting of brackets in JSON; its parsers are recursive. */
const MAX_JSON_DEPTH = 200;

/** Whether brackets are nested deeper outside of strings than a JSON text is read; comments are taken for text, which can only overrate. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (inString) {
      if (c === '\\') i++;
      else if (c === '"' || c === '\n') inString = false;
    } else if (c === '"') inString = true;
    else if (c === ']' || c === '}') depth--;
    else if ((c === '[' || c === '{') && ++depth > MAX_JSON_DEPTH) return true;
  }
  return false;
}
