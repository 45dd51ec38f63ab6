/** What is said of words that another program is to fill in. */
export const TEMPLATE = 'looks like a template, which BuildKit does not fill in';

/** True for a word of a template: of Go or Jinja, of ERB or EJS, or a name between `%%` or `@`. */
export function isTemplate(word: string): boolean {
  return /\{\{|\{%|<%|%%\w+%%|^@\w+@$/.test(word);
}
