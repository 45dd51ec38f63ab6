import type { CommandSpec, FlagEntry } from './option-entry.ts';

/** A command's help, made from its declaration. */
export function commandHelp(spec: CommandSpec): string {
  const rows = Object.entries(spec.options).map(([name, entry]): [string, string] => [
    optionText(name, entry),
    meaning(entry),
  ]);
  const lines = [
    `${spec.summary}`,
    '',
    `Usage: dockwarden ${spec.name}${spec.operands ? ` ${spec.operands}` : ''}${rows.length > 0 ? ' [options]' : ''}`,
  ];
  if (rows.length > 0) lines.push('', 'Options:', ...columns(rows));
  if (spec.examples.length > 0) lines.push('', 'Examples:', ...columns(spec.examples));
  if (spec.notes) lines.push('', ...spec.notes);
  return `${lines.join('\n')}\n`;
}

function optionText(name: string, entry: FlagEntry): string {
  const value =
    entry.type === 'boolean'
      ? ''
      : ` ${entry.value ?? (entry.choices ? entry.choices.join('|') : entry.type === 'number' ? 'N' : 'VALUE')}`;
  return `${entry.short ? `-${entry.short}, ` : ''}--${name}${value}`;
}

function meaning(entry: FlagEntry): string {
  const often = entry.type === 'string[]' ? ' May be repeated.' : '';
  return `${entry.description}${often}${entry.later ? ' (not there yet)' : ''}`;
}

const widest = 34;

/** Two columns; a left side that is too wide has a line of its own. */
export function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.min(widest, Math.max(...rows.map(([left]) => left.length)));
  return rows.flatMap(([left, right]) =>
    left.length > width ? [`  ${left}`, `  ${' '.repeat(width)}  ${right}`] : [`  ${left.padEnd(width)}  ${right}`],
  );
}
