import { buildWorld, type FactSettings } from '@dockwarden-internal/facts';
import { isCurrent, manifestBlocksOf, wantedLines } from '@dockwarden-internal/facts/manifest-block/manifest-blocks';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { OpenDisk, Workspace } from '@dockwarden-internal/workspace';
import { openConfigured } from '../config/open-configured.ts';
import { failureExit } from '../failure-exit.ts';
import { overlayDisk } from '../files/overlay-disk.ts';
import { findTargets } from '../files/targets.ts';
import { tasksInStep } from '../init/tasks-in-step.ts';
import { type FileChange, fileChange } from '../setup/file-changes.ts';
import { writeChanges } from '../setup/write-changes.ts';

export interface SyncRequest {
  readonly cwd: string;
  readonly config?: string;
  /** Changes nothing. */
  readonly check: boolean;
  /** Files as somebody else is about to write them. */
  readonly overlay?: (disk: OpenDisk) => OpenDisk;
}

export interface SyncOutcome {
  readonly root: string;
  /** Files that are behind the workspace. */
  readonly changes: readonly FileChange[];
  readonly diagnostics: readonly Diagnostic[];
  /** 1: files are behind, and only that was asked. */
  readonly exit: 0 | 1 | 2 | 3;
}

/**
 * Brings the parts of files that follow from the workspace in step with it: the marked blocks of Dockerfiles, and the tasks of Turborepo where `init` has
 * written them.
 */
export async function sync(request: SyncRequest): Promise<SyncOutcome> {
  const { check } = request;
  const opened = await openConfigured(request);
  if ('diagnostics' in opened) return failed(opened.root, opened.diagnostics);
  const { workspace, configured } = opened;
  const { root } = workspace.fs;
  const { files, diagnostics } = findTargets(workspace, undefined, configured.config.exclude ?? [], configured.placeOf);
  const blocks = files
    .filter(({ kind }) => kind === 'dockerfile')
    .flatMap(({ path }) => inStep(workspace, configured.config, path) ?? []);
  // Tasks follow from Dockerfiles as they are going to be.
  const seen = overlayDisk(workspace, new Map(blocks.map(({ path, after }) => [path, after])));
  const changes = [...blocks, ...(await tasksInStep({ ...workspace, ...seen }, configured.config))];
  const exit = diagnostics.length > 0 ? failureExit(diagnostics) : 0;
  if (check) return { root, changes, diagnostics, exit: exit || (changes.length > 0 ? 1 : 0) };
  const fault = writeChanges(workspace.fs, changes);
  return {
    root,
    changes: fault ? [] : changes,
    diagnostics: fault ? [...diagnostics, fault] : diagnostics,
    exit: fault ? 3 : exit,
  };
}

/** A Dockerfile with its blocks as they should be; undefined where they are. */
function inStep({ fs, model }: Workspace, settings: FactSettings, path: string): FileChange | undefined {
  const world = buildWorld({ fs, workspace: model, settings, files: [{ path, kind: 'dockerfile' }] });
  const dockerfile = world.dockerfileAt(path);
  const behind = dockerfile ? manifestBlocksOf(dockerfile).filter((block) => isCurrent(block) === false) : [];
  if (!dockerfile || behind.length === 0) return undefined;
  let text = dockerfile.source.text;
  for (const block of behind.reverse())
    text = text.slice(0, block.body.span.start) + (wantedLines(block) ?? '') + text.slice(block.body.span.end);
  return fileChange(fs, { path, text, edited: true }, { force: false, adopt: false });
}

function failed(root: string, diagnostics: readonly Diagnostic[]): SyncOutcome {
  return { root, changes: [], diagnostics, exit: failureExit(diagnostics) };
}
