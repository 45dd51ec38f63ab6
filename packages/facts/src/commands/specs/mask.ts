/** Stands for one character of an expansion. It is in Unicode's private use area, so that no notation gives it a meaning. */
export const MASK = '\uE000';

/**
 * A word's text with its expansions (`$x`, `${x:-a=b}`, `$(…)`, backticks) blanked out, every other character staying where it is: so that the `=` of an
 * expansion is not taken for the notation's.
 */
export function maskExpansions(text: string): string {
  if (!/[$`]/.test(text)) return text;
  let out = '';
  for (let at = 0; at < text.length; ) {
    const end = expansionEnd(text, at);
    out += end > at ? MASK.repeat(end - at) : text[at];
    at = Math.max(end, at + 1);
  }
  return out;
}

/** Where an expansion that begins here ends; `at` itself where none begins. */
function expansionEnd(text: string, at: number): number {
  if (text[at] === '`') {
    const close = text.indexOf('`', at + 1);
    return close < 0 ? text.length : close + 1;
  }
  if (text[at] !== '$') return at;
  const open = text[at + 1];
  if (open === '{') return matched(text, at + 1, '{', '}');
  if (open === '(') return matched(text, at + 1, '(', ')');
  const name = /^\$(?:\w+|[@*#?!$-])/.exec(text.slice(at, at + 256));
  return name ? at + name[0].length : at;
}

function matched(text: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === open) depth++;
    else if (text[at] === close && --depth === 0) return at + 1;
  }
  return text.length;
}
