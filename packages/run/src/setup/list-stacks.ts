import { BASE_KINDS, proofOf, STACKS, type Stack } from '@dockwarden-internal/scaffold';

/** The stacks that apps can be set up as, as a table: with which bases they are built and run in our tests, and with which only checked. */
export function listStacks(): string {
  const rows = [
    ['stack', 'patterns', 'built and run', 'only checked', 'what'],
    ...STACKS.map((stack) => [
      stack.name,
      stack.patterns.join(' '),
      basesOf(stack, 'built'),
      basesOf(stack, 'checked'),
      stack.title,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
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

function basesOf(stack: Stack, proof: 'built' | 'checked'): string {
  const bases = BASE_KINDS.filter((base) => stack.bases.includes(base) && proofOf(stack, base) === proof);
  return bases.join(' ') || '-';
}
