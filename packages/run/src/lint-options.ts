import type { Severity } from '@dockwarden-internal/engine';
import type { ProjectGraph } from '@dockwarden-internal/workspace';
import type { ReachSplit } from './policies/within-reach.ts';

/** What `dockwarden lint` and the `docker-lint` executor can be asked for. */
export interface LintOptions {
  /** Absolute; relative paths and printed paths are relative to it. */
  readonly cwd: string;
  /** Files or folders; empty: the workspace. */
  readonly paths?: readonly string[];
  /** Names of projects to which findings are restricted; empty: all. */
  readonly projects?: readonly string[];
  /** Only the policies of one side of the split; absent: all. */
  readonly reach?: ReachSplit;
  /** Only what a change affects: files, and policies that look at the whole workspace where what they see changed. Absent: all. */
  readonly affected?: AffectedPart;
  /** What a task runner knows of dependencies between projects beyond the files, by folder from `cwd`. */
  readonly graph?: ProjectGraph;
  readonly config?: string;
  /** Packs that replace the configuration's. */
  readonly packs?: readonly string[];
  readonly fix?: boolean;
  readonly unsafe?: boolean;
  readonly dryRun?: boolean;
  readonly failOn?: Severity;
  readonly maxWarnings?: number;
  readonly noCache?: boolean;
  /** Reports what waivers allow. */
  readonly noWaivers?: boolean;
  /** Reports what the baseline knows. */
  readonly noBaseline?: boolean;
  /** Folders of programs (`PATH`), among which ShellCheck is looked for; absent: it is not asked. */
  readonly searchPath?: string;
  readonly stdin?: { readonly filename: string; readonly text: string };
  /** Called as files are done, on long runs. */
  readonly progress?: (done: number, total: number) => void;
}

/** What a change leaves to be linted. */
export interface AffectedPart {
  /** From the root. */
  readonly files: ReadonlySet<string>;
  /** Whether policies that look at the whole workspace run, on every file. */
  readonly workspace: boolean;
}
