import { counted, oneLine, pathsFrom, visibleName } from '@dockwarden-internal/report';
import pico from 'picocolors';
import { changeDiff } from './change-diff.ts';
import { changeLine } from './change-line.ts';
import type { FileChange } from './file-changes.ts';
import type { ProjectSetup } from './plan-setup.ts';
import type { SetupOutcome } from './setup.ts';

export interface SetupPrinting {
  readonly cwd: string;
  readonly color: boolean;
  readonly dryRun: boolean;
}

/** What was found, what is planned for each file, and what to do next; of files that differ the difference. */
export function printSetup(
  { root, setups, written, diagnostics }: SetupOutcome,
  { cwd, color, dryRun }: SetupPrinting,
): string {
  if (setups.length === 0) return diagnostics.length > 0 ? '' : 'no project is an app that can be set up\n';
  const pathOf = pathsFrom(root, cwd);
  const parts = setups.map((each) => printOne(each, pathOf, color));
  const changes = setups.flatMap((each) => each.changes);
  const shown = changes.filter(({ state }) =>
    dryRun ? state === 'new' || state === 'edited' || state === 'replaced' || state === 'differs' : state === 'differs',
  );
  const diff = changeDiff(shown, pathOf, color);
  return [...parts, diff, closing(changes, pathOf, { written, dryRun, faults: diagnostics.length > 0 })]
    .filter((part) => part !== '')
    .join('\n');
}

function printOne(
  { project, stack, evidence, changes, notes }: ProjectSetup,
  pathOf: (path: string) => string,
  color: boolean,
): string {
  const { bold, dim, yellow } = pico.createColors(color);
  const seen = evidence.map(({ what, why }) => ({ what: oneLine(what), why: oneLine(why) }));
  const width = Math.max(0, ...seen.map(({ what }) => what.length));
  const found = seen.map(({ what, why }) => `  ${what.padEnd(width)}  ${dim(why)}\n`);
  const files = changes.map((change) => changeLine(change, pathOf));
  const said = notes.map((note) => `  ${yellow('note')}: ${oneLine(note)}\n`);
  return [
    `${bold(visibleName(project))}${stack === undefined ? '' : `: ${stack}`}\n`,
    ...found,
    ...files,
    ...said,
  ].join('');
}

function closing(
  changes: readonly FileChange[],
  pathOf: (path: string) => string,
  { written, dryRun, faults }: { readonly written: boolean; readonly dryRun: boolean; readonly faults: boolean },
): string {
  const differing = changes.filter(({ state }) => state === 'differs').map(({ path }) => pathOf(path));
  if (differing.length > 0) {
    const [them, say] = differing.length === 1 ? ['it', 'says'] : ['them', 'say'];
    return `${differing.join(', ')} ${say} something else: nothing is written. --adopt keeps ${them} and adds what is missing; --force replaces ${them}.\n`;
  }
  if (faults) return 'nothing is written\n';
  const count = changes.filter(({ state }) => state === 'new' || state === 'edited' || state === 'replaced').length;
  if (count === 0) return 'nothing to change\n';
  const files = counted(count, 'file');
  return dryRun || !written ? `${files} to write; nothing is written\n` : `${files} written\n`;
}
