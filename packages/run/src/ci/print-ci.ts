import { pathsFrom } from '@dockwarden-internal/report';
import { changeDiff } from '../setup/change-diff.ts';
import type { FileChange } from '../setup/file-changes.ts';
import type { CiOutcome } from './write-ci.ts';

export interface CiPrinting {
  readonly cwd: string;
  readonly color: boolean;
  readonly dryRun: boolean;
}

const WORDS: Readonly<Record<FileChange['state'], string>> = {
  new: 'is written',
  same: 'is up to date',
  edited: 'is edited',
  replaced: 'is replaced',
  differs: 'says something else',
  kept: 'is kept',
  removed: 'is removed',
};

/** What was written, or the difference where something else is there or nothing is to be written. */
export function printCi(
  { root, changes, written, diagnostics }: CiOutcome,
  { cwd, color, dryRun }: CiPrinting,
): string {
  const pathOf = pathsFrom(root, cwd);
  if (written) return changes.map(({ path, state }) => `${pathOf(path)} ${WORDS[state]}\n`).join('');
  if (diagnostics.length > 0) return '';
  const differing = changes.filter(({ state }) => state === 'differs');
  const shown = dryRun ? changes.filter(({ state }) => state !== 'same') : differing;
  const diff = changeDiff(shown, pathOf, color);
  const same = changes.filter(({ state }) => state === 'same').map(({ path }) => `${pathOf(path)} ${WORDS.same}\n`);
  const [them, say] = differing.length === 1 ? ['it', 'says'] : ['them', 'say'];
  const left = `${differing.map(({ path }) => pathOf(path)).join(', ')} ${say} something else: nothing is written. --force replaces ${them}.\n`;
  return [diff, ...same, differing.length > 0 ? left : ''].join('');
}
