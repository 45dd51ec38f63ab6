import type { OptionEntry } from './option-table.ts';
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
    properties: Object.fromEntries(Object.entries(options).map(([name, entry]) => [name, property(entry)])),
    required: [],
    // A misspelt option of a generator is an error; an executor is also given the options that other targets of a run take.
    ...(kind === 'generator' && { additionalProperties: false }),
  };
}

function property(entry: OptionEntry): object {
  return {
    ...(entry.type === 'string[]' ? { type: 'array', items: { type: 'string' } } : { type: entry.type }),
    description: entry.description,
    ...(entry.choices && { enum: entry.choices }),
    ...(entry.default !== undefined && { default: entry.default }),
    ...(entry.position !== undefined && { $default: { $source: 'argv', index: entry.position } }),
    ...(entry.dropdown && { 'x-dropdown': entry.dropdown }),
    ...(entry.hidden && { 'x-priority': 'internal' }),
  };
}
