import type { ShellCommand } from '@dockwarden-internal/syntax';
import { isSplit, mayHoldOptions, optionsIn } from '../commands/option-variable.ts';
import type { CommandReading } from '../commands/read-command.ts';
import { memo } from '../kernel/memo.ts';
import { known } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import { wordValue } from './word-value.ts';

/** A command with the options that known values of variables give it: `apt-get install $OPTS curl`. Other variables stay as they are written. */
export function withKnownOptions(command: Pick<Command, 'run' | 'shell'>): ShellCommand {
  const { shell } = command;
  let given = false;
  const words = shell.words.flatMap((word, index) => {
    if (index === 0 || !isSplit(word)) return [word];
    const value = known(wordValue(command, word));
    const options = value === undefined ? undefined : optionsIn(word, value);
    given ||= options !== undefined;
    return options ?? [word];
  });
  return given ? { ...shell, words } : shell;
}

/** True where a variable whose value is not known may give the command options that are not seen. */
export const mayHaveMoreOptions = memo((command: Command): boolean => mayGiveMore(command, command.reading));

function mayGiveMore(command: Command, { ahead = [], args, dashes, launched }: CommandReading): boolean {
  const hides = (word: (typeof args)[number]) => isSplit(word) && known(wordValue(command, word)) === undefined;
  return (
    ahead.some(hides) ||
    args.slice(0, dashes).some((word) => hides(word) && mayHoldOptions(word)) ||
    (launched !== undefined && mayGiveMore(command, launched))
  );
}
