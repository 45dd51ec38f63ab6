import { textAt } from '@dockwarden-internal/syntax';
import { unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { argsOf } from './args.ts';
import { flagsOf, flagsText, flagValue } from './flags.ts';
import { longestLine } from './longest-line.ts';

const instruction = (line: string) =>
  instructionOf(
    dockerfileOf(`FROM a\nARG D=/data\nARG E\n${line}\n`),
    line.split(' ')[0]!.toLowerCase(),
    line.startsWith('ARG') ? 2 : 0,
  );
const args = (line: string) => argsOf(instruction(line)).map(({ text, value }) => [text, value]);

describe('arguments', () => {
  test('words, expanded where BuildKit does that', () => {
    expect(args('COPY a$D $E/x "c"')).toEqual([
      ['a$D', 'a/data'],
      ['$E/x', unresolved],
      ['"c"', 'c'],
    ]);
    expect(args('RUN echo $D')).toEqual([
      ['echo', 'echo'],
      ['$D', '$D'],
    ]);
  });

  test('strings of the exec form', () => {
    const [first] = argsOf(instruction('CMD ["a b"]'));
    expect(first).toMatchObject({ text: 'a b', value: 'a b' });
    expect(textAt(first!.place)).toBe('"a b"');
  });

  test('pairs', () => {
    expect(args('ENV A="x y" B=$D')).toEqual([
      ['A="x y"', 'A=x y'],
      ['B=$D', 'B=/data'],
    ]);
    expect(args('ARG F')).toEqual([['F', 'F']]);
  });

  test('none', () => {
    expect(args('CMD')).toEqual([]);
  });
});

describe('flags', () => {
  test('each with its value and place', () => {
    const [from, link, chown] = flagsOf(instruction('COPY --from=b --link --chown=$D:$E a b'));
    expect(from).toMatchObject({ name: '--from', value: 'b' });
    expect(textAt(from!.valuePlace!)).toBe('b');
    expect(link).toMatchObject({ name: '--link', value: undefined });
    expect(link!.valuePlace).toBeUndefined();
    expect(chown!.value).toBe(unresolved);
  });

  test('by name', () => {
    expect(flagValue(instruction('COPY --chown=1:1 a b'), '--chown')).toBe('1:1');
    expect(flagValue(instruction('COPY a b'), '--chown')).toBeUndefined();
  });

  test('as a text that can be compared', () => {
    const text = flagsText(instruction('RUN --network=none --mount="type=ssh" ls'));
    expect(text).toBe('--mount=type=ssh --network=none');
    expect(flagsText(instruction('RUN --mount=type=ssh --network=none ls'))).toBe(text);
    expect(flagsText(instruction('RUN ls'))).toBe('');
  });
});

test.each([
  ['RUN ls', 6],
  ['RUN ls && \\\n    echo hello', 14],
  ['RUN curl https://example.org/a/very/long/path -o x', 14],
  ['RUN cat <<EOF\nthis line is long and does not count\nEOF', 13],
  ['RUN echo ☃☃', 11],
  ['RUN echo a \\\n  # why b is needed\n  b', 12],
])('the longest line of %j', (line, length) => {
  expect(longestLine(instruction(line)).length).toBe(length);
});

test('its words and its place', () => {
  const line = longestLine(instruction('RUN ls && \\\n    echo hello there \\\n'));
  expect([line.words, textAt(line.place)]).toEqual([3, 'echo hello there \\']);
});
