import { failureExit } from '../failure-exit.ts';
import type { CiValues } from '../options/ci-options.ts';
import { writeChanges } from '../setup/write-changes.ts';
import { type CiPlanned, planCiFiles } from './plan-ci-files.ts';

export interface CiWriteRequest {
  readonly cwd: string;
  readonly values: CiValues;
  readonly dryRun: boolean;
  /** Replaces a file that says something else. */
  readonly force: boolean;
}

export interface CiOutcome extends CiPlanned {
  readonly written: boolean;
  readonly exit: 0 | 1 | 2 | 3;
}

/** Writes the workflow of a CI system, all of it or nothing: not where a file is there that says something else, unless `force` says so. */
export async function writeCi({ cwd, values, dryRun, force }: CiWriteRequest): Promise<CiOutcome> {
  const plan = await planCiFiles(cwd, values, force);
  if (!plan.fs) return { ...plan, written: false, exit: failureExit(plan.diagnostics) };
  if (plan.changes.some(({ state }) => state === 'differs')) return { ...plan, written: false, exit: 1 };
  if (dryRun) return { ...plan, written: false, exit: 0 };
  const fault = writeChanges(plan.fs, plan.changes);
  if (fault) return { ...plan, diagnostics: [...plan.diagnostics, fault], written: false, exit: 3 };
  return { ...plan, written: true, exit: 0 };
}
