/**
 * Splits a command line into words as Compose does: blanks part, quotes hold together, a backslash takes the next
 * character as it is (also within double quotes), and what follows `;`, `&`, `|`, `<` or `>` is dropped.
 * Undefined where Compose refuses the line. Source: mattn/go-shellwords.
 */
export function splitWords(line: string): string[] | undefined {
  const words: string[] = [];
  let word = '';
  let started = false;
  let quote: '"' | "'" | '`' | ')' | '' = '';
  let escaped = false;
  for (const character of line) {
    if (escaped) {
      word += character;
      escaped = false;
      started = true;
    } else if (character === '\\' && quote !== "'") {
      escaped = true;
    } else if (quote === '' && /[ \t\r\n]/.test(character)) {
      if (started) words.push(word);
      word = '';
      started = false;
    } else if ((character === '"' || character === "'") && (quote === '' || quote === character)) {
      if (quote === character) started = true;
      quote = quote === character ? '' : character;
    } else if (quote === '' && character === '(') {
      if (!word.endsWith('$')) return undefined;
      word += character;
      quote = ')';
    } else if (quote === '' && /[;&|<>]/.test(character)) {
      if (character === '>' && /^\d/.test(word)) started = false;
      break;
    } else {
      if (character === '`' && (quote === '' || quote === '`')) quote = quote === '`' ? '' : '`';
      else if (character === ')' && (quote === '' || quote === ')')) {
        if (quote === '') return undefined;
        quote = '';
      }
      word += character;
      started = true;
    }
  }
  if (quote !== '' || escaped) return undefined;
  if (started) words.push(word);
  return words;
}
