import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import { failureExit } from '../failure-exit.ts';
import { reasonOf } from '../files/reason-of.ts';
import { writes } from '../setup/file-changes.ts';
import { writeChanges } from '../setup/write-changes.ts';
import type { MigrationOutcome, MigrationPlan } from './migration.ts';

/** Writes all files of a plan or none, and then removes what nothing reads any more. */
export function finishMigration(fs: NodeFileSystem, plan: MigrationPlan, dryRun: boolean): MigrationOutcome {
  const outcome = { ...plan, root: fs.root, written: false };
  if (plan.diagnostics.length > 0) return { ...outcome, exit: failureExit(plan.diagnostics) };
  if (plan.changes.some(({ state }) => state === 'differs')) return { ...outcome, exit: 1 };
  if (dryRun) return { ...outcome, exit: 0 };
  const fault = writeChanges(fs, plan.changes);
  if (fault) return { ...outcome, diagnostics: [fault], exit: 3 };
  const kept = plan.removals.flatMap((path) => remove(fs, path) ?? []);
  const written = plan.changes.some(writes) || plan.removals.length > kept.length;
  return { ...outcome, written, diagnostics: kept, exit: kept.length > 0 ? 3 : 0 };
}

function remove(fs: NodeFileSystem, path: string): Diagnostic | undefined {
  try {
    rmSync(join(fs.root, path));
    return undefined;
  } catch (error) {
    const message = `${path} is not removed: ${reasonOf(error)}`;
    return { code: 'files/unwritable', message, hint: 'Remove it by hand.', path, exit: 3 };
  }
}
