import { oneLine } from '@dockwarden-internal/report/text/visible';
import type { FileChange, SetupPlanned } from '@dockwarden-internal/run';
import { logger, type Tree } from 'nx/src/devkit-exports';
import { keptFiles } from './kept-files.ts';
import { stopOnProblems } from './stop-on-problems.ts';

/** Writes a plan to the tree and says what was found; where a file says something else than planned, or a project cannot be set up, nothing is written. */
export function writeSetups(tree: Tree, { setups, diagnostics }: SetupPlanned): FileChange[] {
  stopOnProblems(tree, diagnostics);
  const changes = setups.flatMap((each) => each.changes);
  const differing = changes.filter(({ state }) => state === 'differs').map(({ path }) => path);
  if (differing.length > 0) throw new Error(keptFiles(differing, '--adopt keeps it and adds what is missing'));
  for (const { project, stack, evidence, notes } of setups) {
    logger.info(`${project}${stack === undefined ? '' : `: ${stack}`}`);
    for (const { what, why } of evidence) logger.info(`  ${oneLine(`${what}: ${why}`)}`);
    for (const note of notes) logger.warn(`  ${oneLine(note)}`);
  }
  for (const { path, state, after } of changes)
    if (state === 'new' || state === 'edited' || state === 'replaced') tree.write(path, after);
  return changes;
}
