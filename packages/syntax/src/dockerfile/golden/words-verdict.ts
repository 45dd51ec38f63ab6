import { readCsv } from '../csv-fields.ts';
import { expand, expandWords } from '../expand.ts';
import { portFault } from '../faults/expose.ts';

export interface ExpansionRequest {
  readonly text: string;
  readonly escape: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Our reading of a text in the terms of the oracle's `expansion`. */
export function ownExpansion({ text, escape: escapeChar, env }: ExpansionRequest) {
  const lookup = (name: string) => (Object.hasOwn(env, name) ? env[name] : undefined);
  const { value = '', unresolved, failure } = expand(text, escapeChar, lookup);
  const { words = [] } = expandWords(text, escapeChar, lookup);
  if (failure !== undefined) return { value: '', unmatched: [], words: [], error: true };
  return { value, unmatched: [...unresolved].sort(), words };
}

/** Our reading of a flag's value in the terms of the oracle's `fields`. */
export function ownFields(text: string) {
  const { fields, failure } = readCsv({
    name: '--x',
    value: text,
    span: { start: 0, end: 0 },
    valueSpan: { start: 0, end: text.length },
  });
  if (failure !== undefined) return { fields: [], error: true };
  return { fields: fields.map((field) => field.text) };
}

/** Whether we take an argument of EXPOSE, in the terms of the oracle's `ports`. */
export function ownPorts({ text, escape: escapeChar }: Pick<ExpansionRequest, 'text' | 'escape'>) {
  const { words, failure } = expandWords(text, escapeChar, () => undefined);
  return { refused: failure !== undefined || words!.some((word) => portFault(word) !== undefined) };
}
