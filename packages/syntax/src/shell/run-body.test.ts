import { parseDockerfile } from '../dockerfile/parse.ts';
import { sourceText } from '../text/source.ts';
import { parseShell } from './parse-shell.ts';
import { runBody } from './run-body.ts';

/** The body of the only RUN behind a FROM, with what stands at each of its words. */
function read(run: string) {
  const source = `FROM x\n${run}`;
  const [, instruction] = parseDockerfile(sourceText('Dockerfile', source)).instructions;
  const body = runBody(instruction!.trigger ?? instruction!, source);
  const { commands } = parseShell(body?.text ?? '', body?.locate ?? ((start, end) => ({ start, end })));
  const words = commands.flatMap((command) => command.words.map(({ span }) => source.slice(span.start, span.end)));
  return { text: body?.text, interpreter: body?.interpreter, words };
}

test('a line is itself, without flags, continuations and comments', () => {
  const { text, words } = read('RUN --network=none a && \\\n  # comment\n  b "c"\n');
  expect(text).toBe('a &&   b "c"');
  expect(words).toEqual(['a', 'b', '"c"']);
});

test('a lone heredoc is the script', () => {
  expect(read('RUN <<EOF\na\nb $X\nEOF\n')).toEqual({
    text: 'a\nb $X\n',
    interpreter: undefined,
    words: ['a', 'b', '$X'],
  });
  expect(read("RUN <<'EOF'\na\nEOF\n").text).toBe('a\n');
  expect(read('ONBUILD RUN <<EOF\na\nEOF\n').words).toEqual(['a']);
});

test('leading tabs are dropped for <<-, and places still hold', () => {
  expect(read('RUN <<-EOF\n\ta\n\t\tb c\n\tEOF\n')).toMatchObject({ text: 'a\nb c\n', words: ['a', 'b', 'c'] });
});

test('a heredoc may name its own interpreter', () => {
  expect(read('RUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF\n').interpreter).toMatchObject({ program: 'python3' });
  expect(read('RUN <<EOF\n#!/bin/bash -eo pipefail\na\nEOF\n').interpreter).toEqual({
    program: 'bash',
    posix: true,
    pipefail: true,
    errexit: true,
  });
});

test('heredocs of a command follow its line', () => {
  const { text, words } = read('RUN cat <<A > x && bash <<B\n1\nA\nb $(c)\nB\n');
  expect(text).toBe('cat <<A > x && bash <<B\n1\nA\nb $(c)\nB');
  expect(words).toEqual(['cat', 'b', '$(c)', 'c']);
});

test('exec form and an empty RUN have no body', () => {
  expect(read('RUN ["a", "b"]').text).toBeUndefined();
  expect(read('RUN').text).toBeUndefined();
});
