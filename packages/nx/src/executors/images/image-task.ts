import type { ExecutorContext, TaskGraph } from '@nx/devkit';

/** Options as Nx hands them over: combined from configuration and command line, not yet looked at. */
export type RawOptions = Readonly<Record<string, unknown>>;

/** One task of Nx that is about the images of one project. */
export interface ImageTask {
  readonly id: string;
  readonly project: string;
  /** Without what the command line says. */
  readonly options: RawOptions;
  /** What the command line says, which goes before everything. */
  readonly overrides: RawOptions;
}

/** A task's end, in the shape that batch executors of Nx give. */
export interface ImageTaskResult {
  readonly task: string;
  readonly result: { readonly success: boolean; readonly terminalOutput: string };
}

/** The tasks of a batch. What the command line says is the same for all of them. */
export function tasksOfBatch(
  taskGraph: TaskGraph,
  optionsByTask: Readonly<Record<string, RawOptions>>,
  overrides: RawOptions,
): ImageTask[] {
  return Object.values(taskGraph.tasks).map(({ id, target }) => ({
    id,
    project: target.project,
    options: optionsByTask[id] ?? {},
    overrides: plain(overrides),
  }));
}

/** The one task of a plain executor. What differs from the configured options was said on the command line. */
export function taskOfContext(options: RawOptions, context: ExecutorContext): ImageTask {
  const { projectName = '', targetName = '', configurationName, projectsConfigurations } = context;
  const target = projectsConfigurations.projects[projectName]?.targets?.[targetName];
  const configured: RawOptions = {
    ...target?.options,
    ...(configurationName !== undefined && target?.configurations?.[configurationName]),
  };
  const said = Object.entries(options).filter(
    ([name, value]) => value !== undefined && JSON.stringify(configured[name]) !== JSON.stringify(value),
  );
  return { id: `${projectName}:${targetName}`, project: projectName, options, overrides: Object.fromEntries(said) };
}

/** Nx keeps what it did not understand under names of its own. */
function plain(overrides: RawOptions): RawOptions {
  return Object.fromEntries(Object.entries(overrides ?? {}).filter(([name]) => !name.startsWith('__')));
}
