import { unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { commandsOf } from './commands.ts';
import { expansionsIn, writesTo } from './writes.ts';

const command = (line: string, index = 0) =>
  commandsOf(instructionOf(dockerfileOf(`FROM debian:12\n${line}\n`), 'run'))[index]!;

test.each([
  ['RUN echo a > /etc/a', '/etc/a'],
  ['RUN echo a >> b', '/b'],
  ['RUN cd /srv && echo a > b', '/srv/b', 1],
  ['RUN cd $X && echo a > b', 'b', 1],
  ['RUN echo a > ~/b', '/root/b'],
  ['RUN echo a | tee -a /etc/a', '/etc/a'],
  ['RUN echo a > $FILE', unresolved],
  ['RUN echo a > /dev/null', undefined],
  ['RUN echo a 2> errors', undefined],
  ['RUN cat < a', undefined],
  ['RUN echo a | sort', undefined],
  ['RUN { echo a; } > /etc/a', '/etc/a'],
  ['RUN (echo a) >> /etc/a 2>&1', '/etc/a'],
  ['RUN for x in a b; do echo $x > own; done > /etc/a', '/own'],
  ['RUN { { echo a; } > inner; } > outer', '/inner'],
  ['RUN { echo a | sort; } > /etc/a', undefined],
  ['RUN cat <<EOF > /etc/a\na\nEOF', '/etc/a'],
])('%s', (line, expected, index = 0) => {
  expect(writesTo(command(line, index))).toBe(expected);
});

test('expansions of one command, redirections and assignments included', () => {
  const line = 'RUN echo $A > $B && C=$D tool "$(other $E)"; last $F';
  const names = (index: number) => expansionsIn(command(line, index)).map(({ name }) => name);
  expect([0, 1, 3].map(names)).toEqual([['A', 'B'], ['D', 'E'], ['F']]);
});

test('what a heredoc expands belongs to the command that reads it', () => {
  const line = "RUN <<X\ncat <<EOF > a\n$A\nEOF\ncat <<'EOF' > b\n$B\nEOF\necho $C\nX";
  const names = (index: number) => expansionsIn(command(line, index)).map(({ name }) => name);
  expect([0, 1, 2].map(names)).toEqual([['A'], [], ['C']]);
});

test('what stands in a substitution of a group is not written where the group is', () => {
  expect([0, 1].map((index) => writesTo(command('RUN { echo $(date); } > a', index)))).toEqual(['/a', undefined]);
});
