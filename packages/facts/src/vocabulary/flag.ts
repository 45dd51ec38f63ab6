import { textAt } from '@dockwarden-internal/syntax';
import { kind, link, text } from '../kernel/kind.ts';

export const flagKind = kind('flag', {
  doc: 'A flag of an instruction (`--from=build`) or an option of a command (`-y`).',
  source: 'https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap12.html',
  key: 'name',
  place: (flag) => flag.place,
  properties: {
    text: text('As written, with its value.', (flag) => textAt(flag.place)),
    name: text('With its dashes; a cluster such as `-yq` gives one fact for each letter.', (flag) => flag.name),
    value: text(
      'Absent for a flag without one; unresolved where a variable in it has no value that is known.',
      (flag) => flag.value,
      { at: (flag) => flag.valuePlace },
    ),
    command: link('command', 'The command that it is given to.', (flag) => flag.command),
    instruction: link(
      'instruction',
      'The instruction that it is given to, or that holds the command.',
      (flag) => flag.instruction ?? flag.command?.run,
    ),
  },
});
