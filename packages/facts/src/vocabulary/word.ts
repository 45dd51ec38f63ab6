import { flag, kind, link, text } from '../kernel/kind.ts';
import { isUnsure } from '../kernel/unsure.ts';

export const wordKind = kind('word', {
  doc: 'A word of an instruction, a command or a Compose setting.',
  source: 'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html',
  key: 'value',
  place: (word) => word.place,
  properties: {
    text: text('As written, quotes included.', (word) => word.text),
    value: text(
      'Without quotes, variables put in where the builder does that; unresolved where one has no value that is known.',
      (word) => word.value,
    ),
    literal: flag('True where no variable is left in it.', (word) => !isUnsure(word.value)),
    command: link('command', 'The command that it is a word of.', (word) => word.command),
    instruction: link(
      'instruction',
      'The instruction that it is an argument of.',
      (word) => word.instruction ?? word.command?.run,
    ),
  },
});
