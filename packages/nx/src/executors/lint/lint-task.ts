import type { LintTaskOptions } from '../../options/lint-options.ts';

/** One task of Nx that lints one project. */
export interface LintTask {
  readonly id: string;
  readonly project: string;
  /** Relative to the workspace root. */
  readonly root: string;
  /** True where Nx may keep the result. */
  readonly cached: boolean;
  readonly options: LintTaskOptions;
}

/** A task's end, in the shape that batch executors of Nx give. */
export interface LintTaskResult {
  readonly task: string;
  readonly result: { readonly success: boolean; readonly terminalOutput: string };
}

/** What a task looks at: its files, or all of its project. */
export function pathsOf(task: LintTask): readonly string[] {
  return task.options.files ?? [task.root];
}
