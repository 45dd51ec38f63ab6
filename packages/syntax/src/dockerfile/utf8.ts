/** The UTF-8 bytes of a character: some of BuildKit's reading goes by bytes and takes each for a character. */
export function utf8Bytes(char: number): readonly number[] {
  if (char < 0x80) return [char];
  if (char < 0x800) return [0xc0 | (char >> 6), 0x80 | (char & 63)];
  if (char < 0x10000) return [0xe0 | (char >> 12), 0x80 | ((char >> 6) & 63), 0x80 | (char & 63)];
  return [0xf0 | (char >> 18), 0x80 | ((char >> 12) & 63), 0x80 | ((char >> 6) & 63), 0x80 | (char & 63)];
}
