const LONGEST = 60;

/** A piece of the file as a message can hold it: not too long, and nothing in it that moves the cursor of a terminal. */
export function shown(text: string): string {
  const plain = text.slice(0, LONGEST + 1).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
}
