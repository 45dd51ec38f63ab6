import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { reasonOf } from '../files/reason-of.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildOutcome } from './build-outcome.ts';
import { renderSummary } from './render-summary.ts';

/** Appends, since a job may build more than once and CI systems hand out one file for all of it; a fault where it cannot be written. */
export function appendSummary(
  outcome: BuildOutcome,
  { cwd, summary = '', push = false }: Pick<BuildOptions, 'cwd' | 'summary' | 'push'>,
): Diagnostic | undefined {
  const path = resolve(cwd, summary);
  try {
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, renderSummary(outcome, push ? 'push' : 'build'));
    return undefined;
  } catch (error) {
    const message = `The summary is not written: ${reasonOf(error)}`;
    return { code: 'files/unwritable', message, hint: 'Give --summary another file.', path, exit: 3 };
  }
}
