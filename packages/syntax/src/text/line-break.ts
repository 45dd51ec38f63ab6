/** The offset of the line feed that ends the line of an offset; the end of the text where none does. */
export function lineBreakAfter(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found < 0 ? text.length : found;
}
