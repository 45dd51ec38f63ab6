import { parseArgs } from 'node:util';
import { suggest } from '@dockwarden-internal/syntax';
import type { CommandSpec, FlagEntry, OptionValues } from './option-entry.ts';

export type Parsed =
  | { readonly operands: readonly string[]; readonly values: OptionValues }
  | { readonly fault: string }
  | { readonly help: true };

/** What every command understands. */
const everywhere = { help: { type: 'boolean', short: 'h' } } as const;

/** Reads a command's arguments by its declaration; a fault is one sentence with what was probably meant. Who asks for help gets it. */
export function parseArguments(spec: CommandSpec, argv: readonly string[]): Parsed {
  const own = Object.fromEntries(Object.entries(spec.options).map(([name, entry]) => [name, shape(entry)]));
  const options = { ...own, ...everywhere };
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) return { help: true };
  const values: Record<string, boolean | string | number | string[]> = {};
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const entry = Object.hasOwn(spec.options, token.name) ? spec.options[token.name] : undefined;
    if (!entry) return { fault: unknownOption(token.rawName, spec) };
    if (entry.later) return { fault: `${token.rawName} is not there yet: ${entry.later}` };
    const read = readValue(token.rawName, token.value, entry);
    if ('fault' in read) return read;
    if (entry.type === 'string[]')
      values[token.name] = [...((values[token.name] as string[] | undefined) ?? []), read.value as string];
    else values[token.name] = read.value;
  }
  const [stray] = spec.operands === '' ? operands : [];
  if (stray !== undefined)
    return { fault: `${spec.name} takes no ${quoted(stray)}: ${spec.instead ?? `dockwarden help ${spec.name}`}` };
  return { operands, values };
}

function shape(entry: FlagEntry) {
  return {
    type: entry.type === 'boolean' ? ('boolean' as const) : ('string' as const),
    multiple: entry.type === 'string[]',
    ...(entry.short && { short: entry.short }),
  };
}

function readValue(
  name: string,
  value: string | undefined,
  entry: FlagEntry,
): { value: boolean | string | number } | { fault: string } {
  if (entry.type === 'boolean') return value === undefined ? { value: true } : { fault: `${name} takes no value` };
  // Of a variable that is not set, `--base "$BASE"` leaves an empty text.
  if (value === undefined || value === '') {
    const shape = entry.value ?? entry.choices?.join('|');
    return { fault: `${name} needs a value${shape ? `: ${name} ${shape}` : ''}` };
  }
  if (entry.choices && !entry.choices.includes(value)) {
    const near = suggest(value, entry.choices);
    return {
      fault: `${name} is ${entry.choices.join(', ')}, not ${quoted(value)}${near ? `: did you mean ${near}?` : ''}`,
    };
  }
  if (entry.type !== 'number') return { value };
  return /^\d+$/.test(value)
    ? { value: Number(value) }
    : { fault: `${name} needs a whole number, not ${quoted(value)}` };
}

function unknownOption(name: string, spec: CommandSpec): string {
  const word = name.replace(/^-+/, '');
  const names = [...Object.keys(spec.options), ...Object.keys(everywhere)];
  const begun = word.length > 1 ? names.filter((each) => each.startsWith(word)) : [];
  const near = begun.length === 1 ? begun[0] : suggest(word, names);
  return `${spec.name} has no option ${name}${near ? `: did you mean --${near}?` : `; dockwarden help ${spec.name} lists them`}`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
