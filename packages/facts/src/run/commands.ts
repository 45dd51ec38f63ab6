import type { ShellCommand } from '@dockwarden-internal/syntax';
import { programsIn } from '../commands/programs/own-programs.ts';
import { readCommand } from '../commands/read-command.ts';
import { memo } from '../kernel/memo.ts';
import type { Command } from '../model/command.ts';
import type { Instruction } from '../model/dockerfile.ts';
import { readsPosix, shellAt } from '../runtime/shell-in-force.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';
import { withKnownOptions } from './options-in-variables.ts';

/** The commands of a RUN in textual order, whichever form it has; assignments alone are none. None for other instructions. */
export const commandsOf = memo((run: Instruction): readonly Command[] => {
  if (run.node.keyword !== 'run') return [];
  const siblings: Command[] = [];
  const programs = programsIn(run.dockerfile.world.settings);
  for (const shell of shellTreeOf(run)?.commands ?? []) {
    if (shell.words.length === 0) continue;
    siblings.push({
      run,
      shell,
      reading: readCommand(withKnownOptions({ run, shell }), programs),
      index: siblings.length,
      siblings,
    });
  }
  return siblings;
});

/** True where a RUN may run more than is seen: its shell is none that is read here, its text is broken or too large, or a template fills it in. */
export const mayRunMore = memo((run: Instruction): boolean => {
  if (run.node.keyword !== 'run') return false;
  const tree = shellTreeOf(run);
  if (tree) return tree.faults.length > 0 || tree.unread !== undefined || tree.commands.some(isPlaceholder);
  const shell = shellAt(run);
  return run.node.json === undefined && !(shell && readsPosix(shell));
});

/** `{{ clean_apt }}`, `{% if slim %}`, `%%EXTRAS%%` in the place of a command, which no program is called. */
function isPlaceholder({ words: [first] }: ShellCommand): boolean {
  return first !== undefined && /^(\{[{%]|%%\w|<%)/.test(first.shown);
}
