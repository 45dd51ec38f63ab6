/**
 * Shell text with blanks between words as one: what a reader of the Dockerfile may set out as he likes. Quoted text, what a backslash
 * holds, `${…}` and line breaks stay as they are.
 */
export function canonicalShell(text: string): string {
  let result = '';
  let quote: '"' | "'" | undefined;
  let braces = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\\' && quote !== "'") {
      result += character + (text[++at] ?? '');
      continue;
    }
    if (quote) {
      if (character === quote) quote = undefined;
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '$' && text[at + 1] === '{') {
      braces++;
      result += '${';
      at++;
      continue;
    } else if (character === '}' && braces > 0) braces--;
    else if ((character === ' ' || character === '\t') && braces === 0) {
      while (text[at + 1] === ' ' || text[at + 1] === '\t') at++;
      result += ' ';
      continue;
    }
    result += character;
  }
  return result.trim();
}
