import type { ShellWord } from '@dockwarden-internal/syntax';
import type { Maybe } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import { expandWith, type Known } from '../variable/expand-with.ts';
import { lookUpAt } from '../variable/lookup.ts';
import { assignmentsBefore } from './shell-place.ts';

/**
 * What a word of variables alone stands for where a command uses it: as its shell has set them before, else by ARG and ENV. Unresolved where an
 * unknown base, whoever builds, a loop or a file that is read may set one.
 */
export function wordValue(command: Pick<Command, 'run' | 'shell'>, { shown }: ShellWord): Maybe<string> {
  return expandWith(shown, '\\', (name) => {
    const own = setBefore(command, name);
    return own === undefined ? setForAll(command, name) : own;
  });
}

const DECLARATIONS: ReadonlySet<string> = new Set(['export', 'declare', 'typeset', 'readonly', 'local']);

/** What the last assignment before gives; null where another shell made it, where it may not have been made, or adds to what there was. */
function setBefore(command: Pick<Command, 'run' | 'shell'>, name: string): Known {
  for (const before of assignmentsBefore(command, name)) {
    const { words, scope: other, conditional } = before.command;
    if (words.length > 0 && !DECLARATIONS.has(words[0]!.shown)) continue;
    const found = before.assignment;
    const adds = found.valueSpan.start - found.span.start > name.length + 1;
    return found.value === undefined || other !== command.shell.scope || conditional || adds
      ? null
      : { value: found.value };
  }
  return undefined;
}

/** What nothing sets is hidden where it is used plainly: a loop or a file that is read may. */
function setForAll({ run }: Pick<Command, 'run'>, name: string): Known {
  const { known } = lookUpAt(run, name);
  if (known === 'bare') return null;
  return known === undefined ? 'bare' : known;
}
