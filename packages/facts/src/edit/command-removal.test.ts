import { commandsOf } from '../run/commands.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { commandRemoval } from './command-removal.ts';

function without(run: string): string | undefined {
  const text = `FROM a\n${run}\n`;
  const commands = commandsOf(instructionOf(dockerfileOf(text), 'run'));
  const span = commandRemoval(commands.find(({ reading }) => reading.name === 'zzz')!);
  return span && text.slice(7, span.start) + text.slice(span.end, -1);
}

test.each([
  ['RUN a && zzz', 'RUN a'],
  ['RUN zzz && b', 'RUN b'],
  ['RUN a \\\n && zzz \\\n && b', 'RUN a \\\n && b'],
  ['RUN <<E\nzzz\nb\nE', 'RUN <<E\nb\nE'],
])('%j becomes %j', (run, expected) => expect(without(run)).toBe(expected));

test.each(['RUN zzz', 'RUN a || zzz', 'RUN sh -c "a; zzz"', 'RUN ["zzz"]', 'RUN a \\\n# why\n && zzz'])(
  'nothing is taken out of %j',
  (run) => expect(without(run)).toBeUndefined(),
);
