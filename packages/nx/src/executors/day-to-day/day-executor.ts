import { type DayOutcome, loadDayToDay } from '@dockwarden-internal/run';
import type { ExecutorContext } from '@nx/devkit';
import type { NxOptionTable } from '../../options/option-table.ts';
import { type ReadValues, readValues } from '../../options/read-values.ts';
import type { RawOptions } from '../images/image-task.ts';
import { wantsColor } from '../wants-color.ts';
import { seatOfTask } from './seat.ts';
import { settingsOfProjects } from './settings-of-projects.ts';

export type DayToDay = Awaited<ReturnType<typeof loadDayToDay>>;

/** What every task about a container is told. */
export interface DayTask {
  readonly cwd: string;
  /** Name of the project, and its folder from the root. */
  readonly project: string;
  readonly folder: string;
  readonly day: DayToDay;
  /** What all of them hand on about the one image. */
  readonly common: {
    readonly cwd: string;
    readonly surroundings: ReturnType<DayToDay['surroundingsOf']>;
    readonly seat: ReturnType<typeof seatOfTask>;
    readonly which: 'last';
    readonly projectSettings: ReturnType<typeof settingsOfProjects>;
  };
}

type ValuesOf<Table extends NxOptionTable> = Extract<ReadValues<Table>, { values: unknown }>['values'];

/** An executor that starts something on the terminal of its task. */
export function dayExecutor<const Table extends NxOptionTable>(
  table: Table,
  act: (values: ValuesOf<Table>, task: DayTask) => Promise<DayOutcome>,
) {
  return async (options: RawOptions, context: ExecutorContext): Promise<{ success: boolean }> => {
    const read = readValues(table, options);
    if ('fault' in read) {
      process.stderr.write(`${read.fault}\n`);
      return { success: false };
    }
    const day = await loadDayToDay();
    const project = context.projectName ?? '';
    const outcome = await act(read.values as ValuesOf<Table>, {
      cwd: context.root,
      project,
      folder: context.projectsConfigurations.projects[project]?.root ?? '.',
      day,
      common: {
        cwd: context.root,
        surroundings: day.surroundingsOf(process.env),
        seat: seatOfTask(),
        which: 'last',
        projectSettings: settingsOfProjects(context, day),
      },
    });
    if (outcome.text !== undefined) process.stdout.write(outcome.text);
    process.stderr.write(`${outcome.said ?? ''}${day.problemsText(outcome, wantsColor(process.env))}`);
    return { success: outcome.exitCode === 0 };
  };
}
