import { type Diagnostic, type Place, suggest } from '@dockwarden-internal/syntax';
import { isDateFormat } from './format-date.ts';
import { PLACEHOLDERS, type PlaceholderName } from './placeholders.ts';

export interface Placeholder {
  readonly name: PlaceholderName;
  readonly argument?: string;
}

/** A template taken apart: literal text and placeholders. */
export interface TagTemplate {
  readonly text: string;
  readonly parts: readonly (string | Placeholder)[];
}

/** Reads `{version}-{sha:12}`. `place` is where the text is written, if that is known. */
export function parseTemplate(text: string, place?: Place): TagTemplate | Diagnostic {
  const parts: (string | Placeholder)[] = [];
  let at = 0;
  while (at < text.length) {
    const brace = /[{}]/g;
    brace.lastIndex = at;
    const found = brace.exec(text);
    if (!found) break;
    const open = found.index;
    if (found[0] === '}') return fault(text, place, open, 1, 'there is no "{" for the "}"');
    const close = text.indexOf('}', open);
    if (close < 0) return fault(text, place, open, 1, 'the "{" is not closed');
    if (open > at) parts.push(text.slice(at, open));
    const read = readPlaceholder(text.slice(open + 1, close));
    if (typeof read === 'string')
      return fault(text, place, open, close + 1 - open, read, hintFor(text.slice(open + 1, close)));
    parts.push(read);
    at = close + 1;
  }
  if (at < text.length) parts.push(text.slice(at));
  return { text, parts };
}

/** A sentence where it is none. */
function readPlaceholder(inner: string): Placeholder | string {
  const [name = '', ...rest] = inner.split(':');
  if (!isName(name)) return `{${inner}} is no placeholder`;
  const { argument: takes } = PLACEHOLDERS[name];
  if (rest.length === 0) return { name };
  const argument = rest.join(':');
  if (takes === 'none') return `{${name}} takes nothing behind a ":"`;
  if (takes === 'digits') {
    return /^[1-9]\d?$/.test(argument) && Number(argument) <= 64
      ? { name, argument }
      : `{${name}:N} takes a number of digits from 1 to 64`;
  }
  if (takes === 'date format') {
    return isDateFormat(argument) ? { name, argument } : `{${name}:FORMAT} takes YYYY, YY, MM, DD, HH, mm and ss`;
  }
  return ['major', 'minor'].includes(argument) ? { name, argument } : `{${name}} takes :major or :minor`;
}

function isName(name: string): name is PlaceholderName {
  return Object.hasOwn(PLACEHOLDERS, name);
}

function hintFor(inner: string): string {
  const [name = ''] = inner.split(':');
  const names = Object.keys(PLACEHOLDERS);
  const near = isName(name) ? undefined : suggest(name, names);
  return near ? `Did you mean {${near}}?` : `There are ${names.map((each) => `{${each}}`).join(', ')}.`;
}

function fault(
  text: string,
  place: Place | undefined,
  start: number,
  length: number,
  sentence: string,
  hint?: string,
): Diagnostic {
  const message = `In the template "${text}", character ${start + 1}: ${sentence}.`;
  return {
    code: 'tag/template',
    message,
    ...(hint && { hint }),
    ...(place && { place: within(place, text, start, length) }),
    exit: 2,
  };
}

/** The very characters, where the template is written as it is read: quotes and escapes of YAML move them. */
function within(place: Place, text: string, start: number, length: number): Place {
  const written = place.source.text.slice(place.span.start, place.span.end);
  const offset = written.indexOf(text);
  if (offset < 0) return place;
  const from = place.span.start + offset + start;
  return { source: place.source, span: { start: from, end: from + length } };
}
