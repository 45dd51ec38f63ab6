import { type BaselineChange, changeBaseline } from '@dockwarden-internal/engine';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { openConfigured } from '../config/open-configured.ts';
import { failureExit } from '../failure-exit.ts';
import { openOutside } from '../files/open-outside.ts';
import { readOutside } from '../files/read-outside.ts';
import { lint } from '../lint.ts';
import { resolvePolicies } from '../policies/resolve-policies.ts';
import { type FileChange, fileChange } from '../setup/file-changes.ts';
import { writeChanges } from '../setup/write-changes.ts';
import { findShellcheck } from '../shellcheck/find-shellcheck.ts';
import { baselineText } from './baseline-text.ts';
import type { GovernedRequest } from './governed-request.ts';
import { readBaseline } from './read-baseline.ts';

export interface BaselineRequest extends GovernedRequest {
  /** Takes in what is new; without it the baseline only shrinks. */
  readonly acceptNew: boolean;
  /** Changes nothing. */
  readonly check: boolean;
}

export interface BaselineOutcome {
  readonly root: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where the workspace could not be looked at as a whole. */
  readonly done?: { readonly file: FileChange; readonly isFirst: boolean; readonly change: BaselineChange };
  /** 1: something new is not taken in, or, where only that was asked, the baseline could be smaller. */
  readonly exit: 0 | 1 | 2 | 3;
}

/** Writes the baseline, or makes it as small as it can be. A workspace that could not be looked at as a whole says nothing of what is gone. */
export async function writeBaseline(request: BaselineRequest): Promise<BaselineOutcome> {
  const opened = await openConfigured(request);
  if ('diagnostics' in opened) return failed(opened.root, opened.diagnostics);
  const { workspace, configured } = opened;
  const { fs } = workspace;
  const { config, placeOf, path: configPath } = configured;
  const { path, known, diagnostics } = await readBaseline(
    { fs, config, ...(placeOf && { placeOf }) },
    { mayBeAbsent: true },
  );
  if (diagnostics.length > 0) return failed(fs.root, diagnostics);
  const { cwd, searchPath } = request;
  const { report, exitCode } = await lint({
    cwd,
    noBaseline: true,
    ...(request.config !== undefined && { config: request.config }),
    ...(searchPath !== undefined && { searchPath }),
  });
  if (exitCode >= 2) return failed(fs.root, report.diagnostics);
  const located = { ...(configPath !== undefined && { configPath }), ...(placeOf && { placeOf }) };
  const { locked } = await resolvePolicies({ fs, readOutside, openOutside, cwd, config, ...located });
  const change = changeBaseline(known, report.findings, {
    locked,
    acceptNew: request.acceptNew,
    isUnseen: (id) => id.startsWith('shellcheck:') && !findShellcheck(searchPath),
  });
  const file = fileChange(fs, { path, text: baselineText(change.known), edited: true }, { force: false, adopt: false });
  const isFirst = known === undefined;
  const leftOut = !isFirst && !request.acceptNew && change.fresh.length > 0;
  const done = { file, isFirst, change };
  if (request.check) return { root: fs.root, diagnostics: [], done, exit: isFirst || change.gone === 0 ? 0 : 1 };
  const fault = writeChanges(fs, [file]);
  if (fault) return failed(fs.root, [fault]);
  return { root: fs.root, diagnostics: [], done, exit: leftOut ? 1 : 0 };
}

function failed(root: string, diagnostics: readonly Diagnostic[]): BaselineOutcome {
  return { root, diagnostics, exit: failureExit(diagnostics) };
}
