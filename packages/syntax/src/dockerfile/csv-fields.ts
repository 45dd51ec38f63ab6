import type { Span } from '../text/span.ts';
import type { FlagNode } from './tree.ts';

/** One `name=value` of a flag's comma-separated value. */
export interface CsvField {
  /** The whole field, CSV quotes removed. */
  readonly text: string;
  /** In lower case, as BuildKit compares it. */
  readonly name: string;
  /** Absent for a bare word such as `readonly`. */
  readonly value?: string;
  /** The field without CSV quotes. */
  readonly span: Span;
  readonly valueSpan?: Span;
}

export interface CsvRead {
  readonly fields: readonly CsvField[];
  /** Why the value is no CSV; `fields` then holds what comes before. */
  readonly failure?: string;
}

/** The fields of `--mount=…` and other flags with a comma-separated value. Source: tonistiigi/go-csvvalue, which BuildKit reads them with. */
export function csvFields(flag: FlagNode): readonly CsvField[] {
  return readCsv(flag).fields;
}

/** The same, with what is wrong. */
export function readCsv(flag: FlagNode): CsvRead {
  const value = flag.value ?? '';
  const fields: CsvField[] = [];
  if (value === '') return { fields, failure: 'it is empty' };
  for (let at = 0; ; ) {
    const range = value[at] === '"' ? quotedField(value, at) : bareField(value, at);
    if (typeof range === 'string') return { fields, failure: range };
    fields.push(csvField(flag, range.start, range.end));
    if (value[range.next] !== ',') return { fields };
    at = range.next + 1;
  }
}

interface FieldRange {
  readonly start: number;
  readonly end: number;
  /** Where the comma stands that follows, if one does. */
  readonly next: number;
}

function bareField(value: string, start: number): FieldRange | string {
  const comma = value.indexOf(',', start);
  const end = comma < 0 ? value.length : comma;
  return value.slice(start, end).includes('"') ? 'a quote stands in the middle of a field' : { start, end, next: end };
}

/** Within a quoted field a quote is written twice. */
function quotedField(value: string, start: number): FieldRange | string {
  for (let at = value.indexOf('"', start + 1); at >= 0; at = value.indexOf('"', at + 2)) {
    const after = value[at + 1];
    if (after === '"') continue;
    if (after !== undefined && after !== ',') return 'something follows the quote that closes a field';
    return { start: start + 1, end: at, next: at + 1 };
  }
  return 'a quote is never closed';
}

function csvField(flag: FlagNode, start: number, end: number): CsvField {
  const written = flag.value!.slice(start, end);
  const field = written.replaceAll('""', '"');
  const equals = field.indexOf('=');
  if (equals < 0) return { text: field, name: field.toLowerCase(), span: sourceSpan(flag, start, end) };
  return {
    text: field,
    name: field.slice(0, equals).toLowerCase(),
    value: field.slice(equals + 1),
    span: sourceSpan(flag, start, end),
    valueSpan: sourceSpan(flag, start + written.indexOf('=') + 1, end),
  };
}

/** The stretch of the source that a stretch of the flag's value was read from. */
function sourceSpan(flag: FlagNode, from: number, to: number): Span {
  const offset = (at: number) => flag.valueOffsets?.[at] ?? flag.valueSpan!.start + at;
  const end = to > 0 ? offset(to - 1) + 1 : flag.valueSpan!.start;
  return { start: to > from ? offset(from) : end, end };
}
