/** What stands for a value that looks like a secret. */
export const mask = '•••';

/** The ways in which values may appear in a text, longest first: as written, without their quotes, on one line, line by line. */
export function hiddenForms(values: readonly string[]): string[] {
  const forms = new Set<string>();
  for (const value of values) {
    const bare = value.trim();
    const unquoted = /^(["'`])([\s\S]*)\1$/.exec(bare)?.[2] ?? bare;
    for (const form of [bare, unquoted, unquoted.replace(/\s+/g, ' '), ...linesOf(unquoted)])
      if (form.trim() !== '') forms.add(form);
  }
  return [...forms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

const shortestLine = 8;

/** The lines of a value of several, such as a private key; what may be mere punctuation is none. */
function linesOf(value: string): string[] {
  const lines = value.split('\n').map((line) => line.trim());
  return lines.length > 1 ? lines.filter((line) => line.length >= shortestLine) : [];
}

const shortest = 4;
const wordCharacter = /[\p{L}\p{N}_]/u;

/** Replaces each form by the mask; a form of fewer than four characters only where it is a word of its own. */
export function hideForms(text: string, forms: readonly string[]): string {
  if (!mayHold(text, forms)) return text;
  return forms.reduce(
    (hidden, form) => (form.length < shortest ? hideWord(hidden, form) : hidden.replaceAll(form, mask)),
    text,
  );
}

/** Below this it is as quick to look for each form. */
const few = 8;

const beginnings = new WeakMap<readonly string[], ReadonlySet<string>>();

/** False where no form can be in the text, told without looking for each: a file may hold thousands of secrets and give thousands of texts. */
function mayHold(text: string, forms: readonly string[]): boolean {
  if (forms.length < few) return true;
  const known = beginnings.get(forms) ?? new Set(forms.map((form) => form.slice(0, shortest)));
  beginnings.set(forms, known);
  if (forms.at(-1)!.length < shortest) return true;
  for (let at = 0; at + shortest <= text.length; at++) if (known.has(text.slice(at, at + shortest))) return true;
  return false;
}

function hideWord(text: string, word: string): string {
  let out = '';
  let from = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const alone = !wordCharacter.test(text[at - 1] ?? ' ') && !wordCharacter.test(text[at + word.length] ?? ' ');
    if (at < from || !alone) continue;
    out += text.slice(from, at) + mask;
    from = at + word.length;
  }
  return out + text.slice(from);
}
