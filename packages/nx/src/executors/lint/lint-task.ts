import { LINT_OPTIONS, type LintTaskOptions } from '../../options/lint-options.ts';
import { readValues } from '../../options/read-values.ts';
import { fromTokenFree } from '../../options/token-free-path.ts';

/** One task of Nx that lints one project. */
export interface LintTask {
  readonly id: string;
  readonly project: string;
  /** Relative to the workspace root. */
  readonly root: string;
  /** True where Nx may keep the result. */
  readonly cached: boolean;
  /** True where the mark of a run with `--fix` is an input, so that such a run has a result of its own. */
  readonly marked: boolean;
  readonly options: LintTaskOptions;
  /** What is wrong with the options, in one sentence. */
  readonly fault?: string;
}

/** Options as Nx hands them over: combined from configuration and command line, not yet looked at. */
export type RawOptions = Readonly<Record<string, unknown>>;

/** A task's end, in the shape that batch executors of Nx give. */
export interface LintTaskResult {
  readonly task: string;
  readonly result: { readonly success: boolean; readonly terminalOutput: string };
}

/** What a task looks at: its files, or all of its project. Beside these the root's task may look at the whole workspace. */
export function pathsOf(task: LintTask): readonly string[] {
  return task.options.files ?? [task.root];
}

/** A task with the options that Nx hands over. */
export function lintTask(task: Omit<LintTask, 'options' | 'fault'>, raw: RawOptions): LintTask {
  const read = readValues(LINT_OPTIONS, raw);
  if ('fault' in read) return { ...task, options: {}, fault: read.fault };
  const { files } = read.values;
  return { ...task, options: { ...read.values, ...(files && { files: files.map(fromTokenFree) }) } };
}
