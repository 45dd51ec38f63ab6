import { counted, oneLine, pathsFrom, visibleName } from '@dockwarden-internal/report';
import pico from 'picocolors';
import { changeDiff } from '../setup/change-diff.ts';
import { changeLine } from '../setup/change-line.ts';
import { writes } from '../setup/file-changes.ts';
import type { MigrationOutcome, Remark } from './migration.ts';

export interface MigrationPrinting {
  readonly cwd: string;
  readonly color: boolean;
  readonly dryRun: boolean;
}

/** What changes, what is carried over in another form, what is not, who else calls the other tool, and what to do next. */
export function printMigration(outcome: MigrationOutcome, { cwd, color, dryRun }: MigrationPrinting): string {
  const { root, changes, removals, carried, left, mentions, notes, next, diagnostics, written } = outcome;
  if (diagnostics.length > 0 && !written) return '';
  const pathOf = pathsFrom(root, cwd);
  const { bold, yellow } = pico.createColors(color);
  const list = (title: string, remarks: readonly Remark[]) =>
    remarks.length === 0 ? '' : `${bold(title)}\n${linesOf(remarks, pathOf)}`;
  const isLeft = changes.some(({ state }) => state === 'differs');
  const steps =
    isLeft || next.length === 0 ? '' : `${bold('next')}\n${next.map((step) => `  ${visibleName(step)}\n`).join('')}`;
  const shown = changes.filter((change) => change.state === 'differs' || (dryRun && writes(change)));
  return [
    changes.map((change) => changeLine(change, pathOf)).join('') +
      removals.map((path) => `  ${'removed'.padEnd(9)}  ${pathOf(path)}\n`).join(''),
    list('carried over in another form', carried),
    list('not carried over', left),
    list('calls the other tool, and is left as it is', mentions),
    notes.map((note) => `${yellow('note')}: ${oneLine(note)}\n`).join(''),
    changeDiff(shown, pathOf, color),
    steps,
    closing(outcome, dryRun),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** What is said of many files is said once. */
function linesOf(remarks: readonly Remark[], pathOf: (path: string) => string): string {
  const byText = new Map<string, Remark[]>();
  for (const remark of remarks) byText.set(remark.text, [...(byText.get(remark.text) ?? []), remark]);
  return [...byText]
    .map(([text, [first, ...others]]) => {
      const { path, line } = first!;
      const more = others.length === 0 ? '' : ` and ${others.length} more`;
      return `  ${pathOf(path)}${line === undefined ? '' : `:${line}`}${more}: ${oneLine(text)}\n`;
    })
    .join('');
}

function closing({ changes, removals, written }: MigrationOutcome, dryRun: boolean): string {
  if (changes.some(({ state }) => state === 'differs'))
    return 'something is there already and says otherwise: nothing is written. --force replaces it.\n';
  const count = changes.filter(writes).length;
  if (count === 0 && removals.length === 0) return 'nothing to change\n';
  const removed =
    removals.length === 0 ? '' : `, ${counted(removals.length, 'file')} ${dryRun ? 'to remove' : 'removed'}`;
  return dryRun || !written
    ? `${counted(count, 'file')} to write${removed}; nothing is written\n`
    : `${counted(count, 'file')} written${removed}\n`;
}
