import { pathsFrom, renderProblems } from '@dockwarden-internal/report';
import { failureExit } from '@dockwarden-internal/run/failure-exit';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Io } from '../io.ts';

/** Prints diagnostics on standard error; the exit code that they stand for, 0 without any. */
export async function sayProblems(
  { diagnostics, root }: { readonly diagnostics: readonly Diagnostic[]; readonly root: string },
  io: Pick<Io, 'cwd' | 'error' | 'colour' | 'columns'>,
): Promise<number> {
  const width = io.columns === undefined ? {} : { width: io.columns };
  await io.error(renderProblems(diagnostics, { pathOf: pathsFrom(root, io.cwd) }, { color: io.colour, ...width }));
  return diagnostics.length > 0 ? failureExit(diagnostics) : 0;
}
