/** A word, a literal text or a single sign of a program, as far as one must know it to find a statement; comments and white space are left out. */
export interface Token {
  readonly kind: 'word' | 'string' | 'sign';
  /** The word, the sign, or what stands between a literal's quotes, as written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** First on its line. */
  readonly first: boolean;
  /** Brackets of any kind that are open before it. */
  readonly depth: number;
}

/** True where the tokens from `at` on read so: words and signs as they are, `''` for any literal text. */
export function reads(tokens: readonly Token[], at: number, ...texts: readonly string[]): boolean {
  return texts.every((text, index) => {
    const token = tokens[at + index];
    if (token === undefined) return false;
    return text === '' ? token.kind === 'string' : token.kind !== 'string' && token.text === text;
  });
}
