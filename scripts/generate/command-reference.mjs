import { code, fenced, prose, table } from './markdown.mjs';

/** The reference part of docs/cli.md, from the declarations that parsing, help and completion are made from. */
export function commandReference({ commands }) {
  return commands.map(({ spec }) => section(spec)).join('\n');
}

function section({ name, summary, operands, options, examples, notes = [] }) {
  const rows = Object.entries(options).map(([option, entry]) => [
    code(signature(option, entry)),
    `${entry.description}${entry.type === 'string[]' ? ' May be repeated.' : ''}${entry.later ? ' *Not there yet.*' : ''}`,
  ]);
  const width = Math.max(...examples.map(([command]) => command.length));
  const shown = examples.map(([command, meaning]) => `${command.padEnd(width)}  # ${meaning}`).join('\n');
  const parts = [
    `### ${name}`,
    prose(summary),
    fenced('text', `dockwarden ${name}${operands ? ` ${operands}` : ''}${rows.length > 0 ? ' [options]' : ''}`),
    ...(rows.length > 0 ? [table(['option', 'does'], rows)] : []),
    ...(examples.length > 0 ? [fenced('sh', shown)] : []),
    ...notes.map(prose),
  ];
  return `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`;
}

function signature(name, { type, short, value, choices }) {
  const word = value ?? choices?.join('|') ?? (type === 'number' ? 'N' : 'VALUE');
  return `${short ? `-${short}, ` : ''}--${name}${type === 'boolean' ? '' : ` ${word}`}`;
}
