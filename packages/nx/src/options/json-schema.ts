import { meaning, type NxOptionEntry } from './option-table.ts';
import type { SchemaSource } from './schemas.ts';

/** The schema.json of an executor or generator. Source: docs of Nx, "Customizing generator options". */
export function jsonSchema({ id, kind, title, description, options, examples }: SchemaSource): object {
  return {
    $schema: 'https://json-schema.org/schema',
    $id: id,
    ...(kind === 'executor' && { version: 2, outputCapture: 'direct-nodejs' }),
    title,
    description,
    ...(examples && { examples }),
    type: 'object',
    properties: Object.fromEntries(Object.entries(options).map(([name, entry]) => [name, property(name, entry, kind)])),
    required: [],
    // A misspelt option of a generator is an error; an executor is also given the options that other targets of a run take.
    ...(kind === 'generator' && { additionalProperties: false }),
  };
}

function property(name: string, entry: NxOptionEntry, kind: SchemaSource['kind']): object {
  return {
    ...(kind === 'executor' ? looseType(entry) : strictType(entry)),
    description: meaning(name, entry),
    ...(entry.default !== undefined && { default: entry.default }),
    ...(entry.position !== undefined && { $default: { $source: 'argv', index: entry.position } }),
    ...(entry.dropdown && { 'x-dropdown': entry.dropdown }),
    ...(entry.hidden && { 'x-priority': 'internal' }),
  };
}

function strictType({ type, choices }: NxOptionEntry): object {
  if (type === 'string[]') return { type: 'array', items: { type: 'string' } };
  return { type, ...(choices && { enum: choices }) };
}

/** Lets every plain value pass: `readValues` says what is wrong with one, where Nx would crash the batch. */
function looseType({ type, choices }: NxOptionEntry): object {
  const plain = ['boolean', 'number', 'string'];
  if (type === 'string[]') return { anyOf: [{ type: 'array', items: { type: 'string' } }, { type: plain }] };
  return { type: [type, ...plain.filter((other) => other !== type)], ...(choices && { examples: choices }) };
}
