import { counted, oneLine, pathsFrom, visibleName } from '@dockwarden-internal/report';
import pico from 'picocolors';
import { changeDiff } from '../setup/change-diff.ts';
import { changeLine } from '../setup/change-line.ts';
import type { FileChange } from '../setup/file-changes.ts';
import type { InitOutcome } from './init.ts';

export interface InitPrinting {
  readonly cwd: string;
  readonly color: boolean;
  readonly dryRun: boolean;
}

/** The tool, what happens to each file, what is left as it is, and what to do next. */
export function printInit(outcome: InitOutcome, { cwd, color, dryRun }: InitPrinting): string {
  const { root, tool, changes, left, differences, notes, next, diagnostics } = outcome;
  if (tool === undefined) return '';
  const pathOf = pathsFrom(root, cwd);
  const { bold, yellow } = pico.createColors(color);
  const diff = (files: readonly FileChange[]) => changeDiff(files, pathOf, color);
  const found = [
    `${bold(tool)}\n`,
    ...changes.map((change) => changeLine(change, pathOf)),
    ...notes.map((note) => `  ${yellow('note')}: ${oneLine(note)}\n`),
  ].join('');
  const count = counted(changes.length, 'file');
  const done =
    changes.length === 0
      ? 'nothing to change\n'
      : outcome.written
        ? `${count} written\n`
        : `${count} to write; nothing is written\n`;
  const isDone = diagnostics.length === 0 && !dryRun && left.length === 0;
  return [
    found,
    dryRun ? diff(changes) : '',
    ...(left.length > 0 ? [diff(differences), `${leftSentence(left, pathOf)}\n`] : []),
    done,
    isDone && changes.length > 0 ? `Next:\n${next.map((command) => `  ${visibleName(command)}\n`).join('')}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function leftSentence(left: InitOutcome['left'], pathOf: (path: string) => string): string {
  const all = left.map(({ path, names }) => `${names.map(visibleName).join(', ')} of ${pathOf(path)}`).join('; ');
  const isOne = left.length === 1 && left[0]!.names.length === 1;
  const [says, is, it] = isOne ? ['says', 'is', 'it'] : ['say', 'are', 'them'];
  return `${all} ${says} something else and ${is} left: --force replaces ${it} as above.`;
}
