import type { ShellWord } from '@dockwarden-internal/syntax';
import type { CommandReading } from '../commands/read-command.ts';
import { known } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import { wordValue } from './word-value.ts';

/** A reading with the operands that known values of variables give: `apt-get install $PACKAGES`, `npm install -g pnpm@$VERSION`. */
export function withKnownOperands(command: Command, reading: CommandReading): CommandReading {
  const args = reading.args.flatMap((word) => operandsIn(command, word) ?? [word]);
  const launched = reading.launched && withKnownOperands(command, reading.launched);
  return { ...reading, args, ...(launched && { launched }) };
}

/** Undefined where nothing is known, where a template is still to be filled in, and where an empty default leaves it to whoever builds. */
function operandsIn(command: Command, word: ShellWord): ShellWord[] | undefined {
  const { value, variables, shown, quoted } = word;
  if (value !== undefined || variables.length === 0 || /\$\(|`/.test(shown)) return undefined;
  const given = known(wordValue(command, word));
  if (given === undefined || /\{\{|\{%|<%/.test(given)) return undefined;
  const parts = quoted ? [given] : given.split(/[ \t\n]+/);
  const operands = parts.filter((part) => part !== '').map((part) => ({ ...word, value: part, shown: part }));
  return operands.length > 0 ? operands : undefined;
}
