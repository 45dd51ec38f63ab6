/** How long a line may be that a list or an object stands on. */
export const MOST = 100;

export interface JsonLayout {
  /** One step of indentation. */
  readonly unit: string;
  readonly eol: '\n' | '\r\n';
}

/** A value as JSON, its first line where it stands and the others indented from there: short lists on one line, objects on several. */
export function renderJson(value: unknown, indent: string, layout: JsonLayout): string {
  const items = itemsOf(value);
  if (!items) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (items.length === 0) return open + close;
  if (Array.isArray(value) && value.every((item) => itemsOf(item) === undefined)) {
    const line = renderInline(value);
    if (indent.length + line.length <= MOST) return line;
  }
  const below = indent + layout.unit;
  const lines = items.map(([key, item]) => `${below}${key}${renderJson(item, below, layout)}`);
  return [open, lines.join(`,${layout.eol}`), `${indent}${close}`].join(layout.eol);
}

/** The same on one line. */
export function renderInline(value: unknown): string {
  const items = itemsOf(value);
  if (!items) return JSON.stringify(value);
  const all = items.map(([key, item]) => `${key}${renderInline(item)}`).join(', ');
  if (Array.isArray(value)) return `[${all}]`;
  return all === '' ? '{}' : `{ ${all} }`;
}

/** What stands in a list or an object, each with the key before it; undefined for a value that holds nothing. */
function itemsOf(value: unknown): (readonly [key: string, item: unknown])[] | undefined {
  if (Array.isArray(value)) return value.map((item) => ['', item] as const);
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).map(([key, item]) => [`${JSON.stringify(key)}: `, item] as const);
}
