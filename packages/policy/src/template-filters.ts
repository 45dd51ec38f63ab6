/** What may stand behind `|` in a template. */
export type Filter = (value: unknown) => unknown;

export const filters: Readonly<Record<string, Filter>> = {
  list: (value) => (Array.isArray(value) ? value.join(', ') : value),
  quote: (value) => eachText(value, (text) => `"${text}"`),
  code: (value) => eachText(value, (text) => `\`${text}\``),
  upper: (value) => eachText(value, (text) => text.toUpperCase()),
  lower: (value) => eachText(value, (text) => text.toLowerCase()),
  hint: (value) => (value === absent || value === '' ? '' : ` (did you mean ${value}?)`),
  pairs: (value) => [eachText(value, (text) => `${text}=""`)].flat().join(' '),
};

/** What a value that is not there prints. */
export const absent = '(none)';

function eachText(value: unknown, change: (text: string) => string): unknown {
  return Array.isArray(value) ? value.map((item) => change(String(item))) : change(String(value));
}
