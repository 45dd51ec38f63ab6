import type { Severity } from '@dockwarden-internal/engine';

/** What `dockwarden lint` and the `docker-lint` executor can be asked for. */
export interface LintOptions {
  /** Absolute; relative paths and printed paths are relative to it. */
  readonly cwd: string;
  /** Files or folders; empty: the workspace. */
  readonly paths?: readonly string[];
  /** Names of projects to which findings are restricted; empty: all. */
  readonly projects?: readonly string[];
  readonly config?: string;
  /** Packs that replace the configuration's. */
  readonly packs?: readonly string[];
  readonly fix?: boolean;
  readonly unsafe?: boolean;
  readonly dryRun?: boolean;
  readonly failOn?: Severity;
  readonly maxWarnings?: number;
  readonly noCache?: boolean;
  readonly stdin?: { readonly filename: string; readonly text: string };
  /** Called as files are done, on long runs. */
  readonly progress?: (done: number, total: number) => void;
}
