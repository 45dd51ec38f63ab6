import { wrap } from '@dockwarden-internal/report/text/wrap';
import type { CommandSpec, FlagEntry } from './option-entry.ts';

/** A command's help, made from its declaration; in lines of at most `width` columns, or as long as they are. */
export function commandHelp(spec: CommandSpec, width = Number.POSITIVE_INFINITY): string {
  const rows = Object.entries(spec.options).map(([name, entry]): [string, string] => [
    optionText(name, entry),
    meaning(entry),
  ]);
  const lines = [
    ...wrap(spec.summary, width),
    '',
    `Usage: dockwarden ${spec.name}${spec.operands ? ` ${spec.operands}` : ''}${rows.length > 0 ? ' [options]' : ''}`,
  ];
  if (rows.length > 0) lines.push('', 'Options:', ...columns(rows, width));
  if (spec.examples.length > 0) lines.push('', 'Examples:', ...columns(spec.examples, width));
  if (spec.notes) lines.push('', ...spec.notes.flatMap((note) => wrap(note, width)));
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
/** The right side is not made narrower. */
const narrowest = 40;

/** Two columns; a left side that is too wide has a line of its own, and a right side as many as it needs. */
export function columns(rows: readonly (readonly [string, string])[], total = Number.POSITIVE_INFINITY): string[] {
  const width = Math.min(widest, Math.max(...rows.map(([left]) => left.length)));
  const indent = ' '.repeat(width + 2);
  return rows.flatMap(([left, right]) => {
    const [first = '', ...rest] = wrap(right, Math.max(narrowest, total - width - 4));
    const further = rest.map((line) => `  ${indent}${line}`);
    return left.length > width
      ? [`  ${left}`, `  ${indent}${first}`, ...further]
      : [`  ${left.padEnd(width)}  ${first}`, ...further];
  });
}
