// Characters that reorder or hide what follows them: a file must not be able to show one thing and hold another.
const deceiving = /[\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/;
const loneSurrogate = /^[\uD800-\uDFFF]$/;

/** One character as it may be printed: control characters as pictures, so that no file drives the terminal. */
export function visibleCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code < 0x7f) return character;
  if (code === 0x7f) return '\u2421';
  if (code < 0xa0 || loneSurrogate.test(character)) return '\uFFFD';
  return deceiving.test(character) ? `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>` : character;
}

/** Text on one line, fit to be printed: white space in one run is one space, control characters are pictures. */
export function oneLine(text: string): string {
  let out = '';
  for (const character of text.replace(/[ \t\r\n]+/g, ' ').trim()) out += visibleCharacter(character);
  return out;
}

/** A name as it is, on one line and fit to be printed: line feeds and tabs are pictures, too. */
export function visibleName(name: string): string {
  return Array.from(name, visibleCharacter).join('');
}

/** Text fit to be printed: control characters are pictures, tabs stay. */
export function visibleText(text: string): string {
  return Array.from(text, (character) => (character === '\t' ? character : visibleCharacter(character))).join('');
}

/** The same of several lines. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visibleText).join('\n');
}
