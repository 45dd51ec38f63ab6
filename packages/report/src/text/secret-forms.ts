/** A way in which a secret may appear in a text. */
export interface SecretForm {
  readonly text: string;
  /** False for what may be part of an unrelated word: such a form is hidden only where it is a word of its own. */
  readonly anywhere: boolean;
}

/** A secret of a file, as written there. */
export interface SecretText {
  readonly text: string;
  /** True where it is part of a longer word, as in `-phunter2`: such words turn up in messages too. */
  readonly glued: boolean;
}

/** The ways in which secrets may appear: as written, without their quotes, as a shell reads them, on one line, line by line. */
export function formsOf(secrets: readonly SecretText[]): SecretForm[] {
  const forms = new Map<string, boolean>();
  for (const { text, glued } of secrets) {
    const bare = text.trim();
    const unquoted = /^(["'`])([\s\S]*)\1$/.exec(bare)?.[2] ?? bare;
    for (const form of [
      bare,
      unquoted,
      unquoted.replace(/["'\\]/g, ''),
      unquoted.replace(/\s+/g, ' '),
      ...linesOf(unquoted),
    ])
      if (form.trim() !== '') forms.set(form, glued || forms.get(form) === true || !mayBePartOfAWord(form));
  }
  return [...forms].map(([text, anywhere]) => ({ text, anywhere }));
}

const shortestLine = 8;

/** The lines of a value of several, such as a private key; what may be mere punctuation is none. */
function linesOf(value: string): string[] {
  const lines = value.split('\n').map((line) => line.trim());
  return lines.length > 1 ? lines.filter((line) => line.length >= shortestLine) : [];
}

const shortest = 4;
const longestWord = 20;
const word = /^(\p{L}+|\p{N}+)$/u;

/** `test` is part of `testing`, `17` of `170`; what mixes letters, digits and signs is part of no word by chance. */
function mayBePartOfAWord(form: string): boolean {
  return form.length < shortest || (form.length <= longestWord && word.test(form));
}
