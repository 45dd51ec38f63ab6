import { plainValue } from '../plain-scalar.ts';

/** What an edit can write: JSON. */
export type YamlData = string | number | boolean | null | readonly YamlData[] | { readonly [key: string]: YamlData };

/** How a block is laid out: the columns that one level is indented by, and the file's line ending. */
export interface Layout {
  readonly step: number;
  readonly eol: '\n' | '\r\n';
}

/** True where block style writes the value on lines of its own. */
export function isBlock(value: YamlData): value is readonly YamlData[] | { readonly [key: string]: YamlData } {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** The lines of a non-empty list or map in block style, each with its indentation, joined and without a last line break. */
export function emitBlock(value: YamlData, column: number, layout: Layout): string {
  const indent = ' '.repeat(column);
  const lines = Array.isArray(value)
    ? value.map((item: YamlData) => `${indent}${emitItem(item, column, layout)}`)
    : Object.entries(value as object).map(([key, item]) => `${indent}${emitEntry(key, item, column, layout)}`);
  return lines.join(layout.eol);
}

/** `key: value`, what follows on further lines indented under the key's column. */
export function emitEntry(key: string, value: YamlData, column: number, layout: Layout): string {
  const name = emitScalar(key, false);
  if (!isBlock(value)) return `${name}: ${emitFlow(value)}`;
  return `${name}:${layout.eol}${emitBlock(value, column + layout.step, layout)}`;
}

/** `- value`. */
export function emitItem(value: YamlData, column: number, layout: Layout): string {
  return isBlock(value) ? `- ${emitBlock(value, column + 2, layout).trimStart()}` : `- ${emitFlow(value)}`;
}

/** On one line. */
export function emitFlow(value: YamlData): string {
  if (typeof value !== 'object' || value === null) return emitScalar(value, true);
  if (Array.isArray(value)) return `[${value.map(emitFlow).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${emitScalar(key, true)}: ${emitFlow(item)}`);
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
}

export function emitScalar(value: string | number | boolean | null, flow: boolean): string {
  if (typeof value !== 'string') return String(value);
  if (isPlain(value, flow)) return value;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: YAML allows these only as escapes
  if (!/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/.test(value))
    return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Words, times and dates that YAML 1.1 readers take for something else than text. */
const AMBIGUOUS = /^(?:y|n|yes|no|on|off|<<|=|\d+(?::\d+)+|\d{4}-\d\d?-\d\d?.*)$/i;

function isPlain(value: string, flow: boolean): boolean {
  if (plainValue(value) !== value || AMBIGUOUS.test(value)) return false;
  if (!/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(value)) return false;
  if (/^(?:[,[\]{}#&*!|>'"%@`:?]|-(?:$| )|---|\.\.\.)/.test(value)) return false;
  return !/: |:$| #/.test(value) && !(flow && /[,[\]{}]/.test(value));
}
