import { STACKS } from '@dockwarden-internal/scaffold';

/** The stacks that apps can be set up as, as a table. */
export function listStacks(): string {
  const rows = [
    ['stack', 'patterns', 'bases', 'what'],
    ...STACKS.map(({ name, patterns, bases, title }) => [name, patterns.join(' '), bases.join(' '), title]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
