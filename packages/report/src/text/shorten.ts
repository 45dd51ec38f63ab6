import { characterWidth, displayWidth } from './display-width.ts';

/** Text of at most `width` columns, with an ellipsis where something was cut off. */
export function shorten(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let out = '';
  let used = 1;
  for (const character of text) {
    used += characterWidth(character);
    if (used > width) break;
    out += character;
  }
  return `${out}…`;
}
