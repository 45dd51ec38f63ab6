import type { Language } from './language.ts';

/** Where a literal that begins at `at` ends, and how long its quotes are; undefined where none begins. One that is never closed ends with its line, or with the text. */
export function literalAt(
  text: string,
  at: number,
  { quotes, templates }: Language,
): { readonly end: number; readonly quote: number } | undefined {
  if (templates && text[at] === '`') return { end: templateEnd(text, at), quote: 1 };
  const kind = quotes.find(({ quote }) => text.startsWith(quote, at));
  if (!kind) return undefined;
  const { quote, lines, raw = false } = kind;
  for (let next = at + quote.length; next < text.length; next++) {
    if (!raw && text[next] === '\\') next++;
    else if (!lines && text[next] === '\n') return { end: next, quote: quote.length };
    else if (text.startsWith(quote, next)) return { end: next + quote.length, quote: quote.length };
  }
  return { end: text.length, quote: quote.length };
}

/** Where a template ends: `${…}` holds code, with templates of its own. */
function templateEnd(text: string, at: number): number {
  const open: ('`' | '{')[] = [];
  for (let next = at; next < text.length; next++) {
    const sign = text[next];
    const inTemplate = open.at(-1) === '`';
    if (sign === '\\') next++;
    else if (sign === '`') {
      if (inTemplate) open.pop();
      else open.push('`');
      if (open.length === 0) return next + 1;
    } else if (inTemplate ? sign === '$' && text[next + 1] === '{' : sign === '{') {
      open.push('{');
      if (inTemplate) next++;
    } else if (!inTemplate && sign === '}') open.pop();
  }
  return text.length;
}
