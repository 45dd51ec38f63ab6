import type { ShellAssignment, ShellCommand, ShellTree } from '@dockwarden-internal/syntax';
import { absolutePath, workingFolder } from '../commands/working-folder.ts';
import { memo } from '../kernel/memo.ts';
import { known } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';
import { workdirAt } from '../stage/workdir.ts';

const positionsIn = memo(
  ({ commands }: ShellTree): ReadonlyMap<ShellCommand, number> => new Map(commands.map((each, index) => [each, index])),
);

/** The shell commands, assignments alone included, that stand before a command in its RUN. */
export function shellCommandsBefore({ run, shell }: Pick<Command, 'run' | 'shell'>): readonly ShellCommand[] {
  const tree = shellTreeOf(run);
  const position = tree && positionsIn(tree).get(shell);
  return tree?.commands.slice(0, position ?? 0) ?? [];
}

/** An assignment, alone or among the words of a command such as export, and the command that it stands at. */
interface Assigned {
  readonly position: number;
  readonly command: ShellCommand;
  readonly assignment: ShellAssignment;
}

/** The assignments to a name that stand before a command in its RUN, the last one first. */
export function* assignmentsBefore({ run, shell }: Pick<Command, 'run' | 'shell'>, name: string): Generator<Assigned> {
  const tree = shellTreeOf(run);
  const found = tree && assignmentsIn(tree).get(name);
  const position = (found && positionsIn(tree).get(shell)) ?? 0;
  for (let at = (found?.length ?? 0) - 1; at >= 0; at--) if (found![at]!.position < position) yield found![at]!;
}

/** By name: each command of a body looks up the same ones. */
const assignmentsIn = memo(({ commands }: ShellTree): ReadonlyMap<string, readonly Assigned[]> => {
  const byName = new Map<string, Assigned[]>();
  commands.forEach((command, position) => {
    for (const assignment of command.assignments) {
      const same = byName.get(assignment.name);
      if (same) same.push({ position, command, assignment });
      else byName.set(assignment.name, [{ position, command, assignment }]);
    }
  });
  return byName;
});

/** The folder of the image in which a command runs, `cd` before it heeded; undefined where that cannot be told. */
export const folderOfCommand = memo((command: Command): string | undefined => {
  const tree = shellTreeOf(command.run);
  const position = tree && positionsIn(tree).get(command.shell);
  const workdir = workdirAt(command.run);
  const start = workdir === undefined ? '/' : known(workdir);
  return tree && position !== undefined ? workingFolder(tree.commands, position, start) : start;
});

/** A path that a command names, from the root of the image where its folder can be told. */
export function pathFrom(command: Command, path: string): string {
  return absolutePath(path, folderOfCommand(command)) ?? path;
}

/** The commands that a command's output goes into. */
export function fedBy({ shell, run, siblings }: Command): readonly Command[] {
  const indexes = shell.feeds ?? (shell.pipesInto === undefined ? [] : [shell.pipesInto]);
  if (indexes.length === 0) return [];
  const tree = shellTreeOf(run);
  return indexes.flatMap((index) => (tree && byShell(siblings).get(tree.commands[index]!)) ?? []);
}

const byShell = memo(
  (commands: readonly Command[]): ReadonlyMap<ShellCommand, Command> =>
    new Map(commands.map((each) => [each.shell, each])),
);
