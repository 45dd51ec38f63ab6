import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Workspace } from '@dockwarden-internal/workspace';
import { failureExit } from '../failure-exit.ts';
import { type FileChange, writes } from '../setup/file-changes.ts';
import { openSetup } from '../setup/open-setup.ts';
import { writeChanges } from '../setup/write-changes.ts';
import { draftChanges } from './draft.ts';
import { jsonFaults } from './json-faults.ts';
import { planInit } from './plan-init.ts';

export interface InitRequest {
  readonly cwd: string;
  readonly dryRun: boolean;
  /** Replaces scripts and tasks that say something else. */
  readonly force: boolean;
}

export interface InitOutcome {
  readonly root: string;
  /** What runs the tasks: `Turborepo 2.11.3`, `pnpm`; absent where nothing was looked at. */
  readonly tool?: string;
  readonly changes: readonly FileChange[];
  /** Scripts and tasks that say something else, and are left. */
  readonly left: readonly { readonly path: string; readonly names: readonly string[] }[];
  /** What `force` would change beside. */
  readonly differences: readonly FileChange[];
  readonly notes: readonly string[];
  /** Commands to go on with. */
  readonly next: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly written: boolean;
  readonly exit: 0 | 1 | 2 | 3;
}

/** Makes a workspace ready: the dependency, a configuration, and scripts or tasks by which its own tool lints and builds. Installs nothing. */
export async function init({ cwd, dryRun, force }: InitRequest): Promise<InitOutcome> {
  const opened = await openSetup({ cwd });
  if ('diagnostics' in opened) return failed(cwd, opened.diagnostics);
  const { workspace } = opened;
  const { root } = workspace.fs;
  const faults = faultsOf(workspace);
  if (faults.length > 0) return failed(root, faults);
  const request = { workspace, config: opened.document };
  const plan = await planInit({ ...request, force });
  const changes = draftChanges(workspace.fs, plan.draft);
  const { left, notes } = plan.draft;
  const forced = left.length > 0 ? await planInit({ ...request, force: true }) : plan;
  const outcome = {
    root,
    tool: plan.tool,
    changes,
    left,
    differences: left.length > 0 ? beyond(changes, draftChanges(workspace.fs, forced.draft)) : [],
    notes,
    next: plan.next,
    diagnostics: [],
    written: false,
    exit: left.length > 0 ? (1 as const) : (0 as const),
  };
  if (dryRun) return outcome;
  const fault = writeChanges(workspace.fs, changes);
  if (fault) return { ...outcome, diagnostics: [fault], exit: 3 };
  return { ...outcome, written: changes.some(writes) };
}

/** What the second list of changes does to files that the first has already changed. */
function beyond(changes: readonly FileChange[], forced: readonly FileChange[]): FileChange[] {
  const done = new Map(changes.map(({ path, after }) => [path, after]));
  return forced.flatMap((change) => {
    const before = done.get(change.path) ?? change.before;
    return before === change.after ? [] : [{ ...change, before }];
  });
}

function faultsOf(workspace: Workspace): Diagnostic[] {
  if (workspace.model.tool === 'nx')
    return [
      {
        code: 'init/nx',
        message: 'This is an Nx workspace, whose plugin does all of this.',
        hint: 'Run npx nx add @dockwarden/nx.',
        path: 'nx.json',
        exit: 2,
      },
    ];
  const known = workspace.diagnostics.filter(({ exit }) => exit === 2);
  return [...known, ...jsonFaults(workspace).filter(({ path }) => !known.some((fault) => fault.path === path))];
}

function failed(root: string, diagnostics: readonly Diagnostic[]): InitOutcome {
  return {
    root,
    changes: [],
    left: [],
    differences: [],
    notes: [],
    next: [],
    diagnostics,
    written: false,
    exit: failureExit(diagnostics),
  };
}
