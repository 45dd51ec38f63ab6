import type { SchemaError } from './validate-compose.generated.js';

/** What the schema refuses at one place, in words. */
export interface SchemaFault {
  readonly code: 'schema-type' | 'schema-key' | 'schema-value';
  readonly path: readonly string[];
  /** The key of the map at `path` that is unknown. */
  readonly key?: string;
  /** A sentence, for a value without its subject. */
  readonly message: string;
}

/**
 * Makes of the validator's errors, which name every form that a value failed to have, one fault a place: where a value
 * has the type of one form, only what is wrong within that form counts.
 */
export function tellErrors(errors: readonly SchemaError[]): SchemaFault[] {
  const places = new Map<string, SchemaError[]>();
  for (const error of errors) {
    if (COMPOSITE.has(error.keyword)) continue;
    const known = places.get(error.instancePath);
    if (known) known.push(error);
    else places.set(error.instancePath, [error]);
  }
  const outer = new Set([...places.keys()].flatMap(parents));
  return [...places].flatMap(([pointer, found]) => tellPlace(pointer, found, outer.has(pointer)));
}

const COMPOSITE = new Set(['oneOf', 'anyOf', 'allOf', 'if', 'not']);

/** Every pointer that a pointer lies within. */
function parents(pointer: string): string[] {
  const found: string[] = [];
  for (let slash = pointer.lastIndexOf('/'); slash >= 0; slash = pointer.lastIndexOf('/', slash - 1)) {
    found.push(pointer.slice(0, slash));
    if (slash === 0) break;
  }
  return found;
}

function tellPlace(pointer: string, errors: readonly SchemaError[], deeper: boolean): SchemaFault[] {
  const path = pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  const others = errors.filter((error) => error.keyword !== 'type');
  const keys = others.filter((error) => error.keyword === 'additionalProperties');
  if (keys.length > 0)
    return unique(keys.map((error) => String(error.params.additionalProperty))).map((key) => unknownKey(path, key));
  if (others.length > 0) return [{ code: 'schema-value', path, message: valueSentence(others[0]!) }];
  if (deeper) return [];
  const types = unique(errors.flatMap((error) => error.params.type as string | string[]));
  return [{ code: 'schema-type', path, message: `has to be ${either(types.map((type) => TYPES[type] ?? type))}.` }];
}

function unknownKey(path: readonly string[], key: string): SchemaFault {
  const where = path.length === 0 ? 'at the top of a Compose file' : `in \`${path.join('.')}\``;
  return { code: 'schema-key', path, key, message: `\`${key}\` is no key that Compose knows ${where}.` };
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'empty',
};

function valueSentence({ keyword, params }: SchemaError): string {
  switch (keyword) {
    case 'enum':
      return `has to be ${either((params.allowedValues as unknown[]).map((value) => `\`${value}\``))}.`;
    case 'required':
      return `lacks \`${params.missingProperty}\`.`;
    case 'format':
      return `is no ${params.format}${params.format === 'duration' ? ': write `30s` or `1m30s`' : ''}.`;
    case 'pattern':
      return `does not have the form that Compose asks for (\`${params.pattern}\`).`;
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return `has to be ${params.comparison} ${params.limit}.`;
    case 'const':
      return `has to be \`${params.allowedValue}\`.`;
    case 'minItems':
    case 'minLength':
    case 'minProperties':
      return 'is empty.';
    default:
      return `breaks the rule \`${keyword}\` of the Compose schema.`;
  }
}

function either(words: readonly string[]): string {
  const distinct = unique(words);
  return distinct.length < 2 ? distinct.join('') : `${distinct.slice(0, -1).join(', ')} or ${distinct.at(-1)}`;
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
