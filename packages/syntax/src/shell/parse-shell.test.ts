import { parseShell } from './parse-shell.ts';
import type { ShellCommand, ShellTree } from './tree.ts';

const locate = (start: number, end: number) => ({ start, end });
const read = (text: string): ShellTree => parseShell(text, locate);
const line = (command: ShellCommand): string => command.words.map((word) => word.shown).join(' ');
const lines = (text: string): string[] => read(text).commands.map(line);
const wholes = (text: string): string[] =>
  read(text).commands.map((command) => text.slice(command.wholeSpan.start, command.wholeSpan.end));

describe('commands found', () => {
  test.each([
    ['lists', 'a 1 && b; c || d & e', ['a 1', 'b', 'c', 'd', 'e']],
    ['groups', '(a; b) && { c; d; }', ['a', 'b', 'c', 'd']],
    ['branches', 'if a; then b; elif c; then d; else e; fi', ['a', 'b', 'c', 'd', 'e']],
    ['loops', 'for x in 1 2; do a; done; while b; do c; done; until d; do e; done', ['a', 'b', 'c', 'd', 'e']],
    ['cases', 'case $x in a) b;; *) c; d;; esac', ['b', 'c', 'd']],
    ['functions', 'f() { a; }; function g { b; }; f', ['a', 'b', 'f']],
    ['substitutions', 'a "$(b "$(c)")" `d` <(e)', ['a $(b "$(c)") `d` <(e)', 'b $(c)', 'c', 'd', 'e']],
    ['escaped backticks', 'a `b \\`c\\``', ['a `b \\`c\\``', 'b `c`', 'c']],
    ['substitutions away from words', 'x=$(a) b > $(c); for i in $(d); do :; done', ['b', 'a', 'c', 'd', ':']],
    ['tests and arithmetic', '[[ -n $(a) ]] && (( $(b) > 1 )) && [ -f x ]', ['a', 'b', '[ -f x ]']],
    ['heredoc bodies', 'cat <<E\n$(a)\nE\nb', ['cat', 'a', 'b']],
    ['quoted heredoc bodies', "cat <<'E'\n$(a)\nE\nb", ['cat', 'b']],
    ['comments', 'a # b && c', ['a']],
    ['assignments alone', 'A=1; b', ['', 'b']],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe('joints', () => {
  const joints = (text: string) => read(text).commands.map((command) => command.joinedBy ?? '-');

  test('name what stands before a command in its own list', () => {
    expect(joints('a && b || c; d & e | f\ng')).toEqual(['-', '&&', '||', ';', '&', '|', ';']);
    expect(joints('a && (b; c)')).toEqual(['-', '-', ';']);
    expect(joints('a && sudo sh -c "b; c"')).toEqual(['-', '&&', ';']);
  });
});

describe('what may not run', () => {
  const conditional = (text: string) =>
    read(text)
      .commands.filter((command) => command.conditional)
      .map(line);

  test.each([
    ['a && b', []],
    ['a || b', ['b']],
    ['a && b || c', ['b', 'c']],
    ['a && b || exit 1', ['exit 1']],
    ['a && b || { echo no >&2; exit 1; }', ['echo no', 'exit 1']],
    ['a && b || exit 0', ['b', 'exit 0']],
    ['a || b && c', ['b']],
    ['if a; then b; fi', ['b']],
    ['while a; do b; done', ['b']],
    ['f() { a; }', ['a']],
    ['find . -exec rm {} +', ['rm {}']],
  ])('%s', (text, expected) => {
    expect(conditional(text)).toEqual(expected);
  });
});

describe('pipes', () => {
  const flow = (text: string) =>
    read(text).commands.map((command) => [command.piped, command.pipesInto ?? -1, ...(command.feeds ?? [])]);

  test('lead to the next element', () => {
    expect(flow('a | b |& c; d')).toEqual([
      [true, 1],
      [true, 2],
      [false, -1],
      [false, -1],
    ]);
  });

  test('lead from and into groups', () => {
    expect(flow('(a; b) | { c; d; }')).toEqual([
      [true, 2, 2, 3],
      [true, 2, 2, 3],
      [false, -1],
      [false, -1],
    ]);
    expect(flow('a | (b | c) | d')).toEqual([
      [true, 1],
      [true, 2],
      [true, 3],
      [false, -1],
    ]);
  });

  test('end at a substitution', () => {
    expect(flow('a $(b) | c')).toEqual([
      [true, 2],
      [false, -1],
      [false, -1],
    ]);
    expect(flow('a $(b | c)')).toEqual([
      [false, -1],
      [true, 2],
      [false, -1],
    ]);
  });

  test('are seen through wrappers and quoted scripts', () => {
    expect(flow('a | sudo sh -c "b; c"')).toEqual([
      [true, 1, 1, 2],
      [false, -1],
      [false, -1],
    ]);
    expect(flow('a | [[ -n x ]]')).toEqual([[true, -1]]);
  });
});

describe('scopes and substitutions', () => {
  test('count the shells', () => {
    const { commands, scopes } = read('a && (b) && sh -c "c $(d)"; eval "e"');
    expect(commands.map((command) => command.scope)).toEqual([0, 1, 2, 3, 0]);
    expect(scopes).toEqual([
      { kind: 'body' },
      { kind: 'subshell', parent: 0 },
      { kind: 'shell', parent: 0 },
      { kind: 'substitution', parent: 2 },
    ]);
  });

  test('know the command that a substitution belongs to', () => {
    const { commands } = read('a; b "x$(c | d)"');
    expect(commands.map((command) => [command.substituted, command.within])).toEqual([
      [false, undefined],
      [false, undefined],
      [true, 1],
      [true, 1],
    ]);
  });
});

describe('pipefail', () => {
  const inForce = (text: string, pipefail = false) =>
    parseShell(text, locate, { pipefail })
      .commands.filter((command) => command.pipefail)
      .map(line);

  test.each([
    ['set -o pipefail && a | b', ['a', 'b']],
    ['set -euxo pipefail; a', ['a']],
    ['set -o errexit -o pipefail; a', ['a']],
    ['set -e; a', []],
    ['set -o pipefail; set +o pipefail; a', ['set +o pipefail']],
    ['(set -o pipefail; a); b', ['a']],
    ['set -o pipefail; (a); b $(c)', ['a', 'b $(c)', 'c']],
    ['set -o pipefail; sh -c "a"', []],
    ['bash -euo pipefail -c "a"; b', ['a']],
    ['bash -o pipefail <<E\na\nE\nb', ['a']],
    ['if a; then set -o pipefail; b; fi; c', ['b']],
    ['set -o pipefail | a; b', []],
    ['shopt -so pipefail; a', ['a']],
    ['eval "set -o pipefail"; a', ['a']],
    ['echo set -o pipefail; a', []],
  ])('%s', (text, expected) => {
    expect(inForce(text)).toEqual(expected);
  });

  test('of the shell that was started with it', () => {
    expect(inForce('a; (b); sh -c c', true)).toEqual(['a', 'b']);
  });
});

describe('places', () => {
  test('a command begins at its program and ends at its last word or redirect', () => {
    const text = 'X=1 sudo -E apt-get install curl > /dev/null 2>&1 && b';
    const [install] = read(text).commands;
    expect(text.slice(install!.span.start, install!.span.end)).toBe('apt-get install curl > /dev/null 2>&1');
    expect(wholes(text)).toEqual(['X=1 sudo -E apt-get install curl > /dev/null 2>&1', 'b']);
  });

  test('commands of a quoted script keep their own places', () => {
    const text = 'sh -c "a \\"b c\\" && d $X" && e';
    const { commands } = read(text);
    expect(commands.map((command) => text.slice(command.span.start, command.span.end))).toEqual([
      'a \\"b c\\"',
      'd $X',
      'e',
    ]);
    expect(wholes(text)[0]).toBe('sh -c "a \\"b c\\" && d $X"');
  });

  test('go through the given map', () => {
    const tree = parseShell('a b', (start, end) => ({ start: start + 100, end: end + 100 }));
    expect(tree.commands[0]!.words[1]!.span).toEqual({ start: 102, end: 103 });
  });
});

describe('faults', () => {
  test.each([
    ['a )', [[2, 3]]],
    ['if a; then b', [[12, 12]]],
    ['echo "a', [[5, 6]]],
    ['a "$(b |)"', [[8, 9]]],
    ['sh -c "a )"', [[9, 10]]],
    ['cat <<E\nx', []],
    ['a && b; (c) | d', []],
  ])('%s', (text, expected) => {
    expect(read(text).faults.map(({ span }) => [span.start, span.end])).toEqual(expected);
  });

  test('leave what could be read', () => {
    expect(lines('a && b "c')).toEqual(['a', 'b c']);
  });
});

describe('expansions', () => {
  test('are found wherever the shell expands', () => {
    const text = 'A=$a b "${b:-$c}" $(d $d) $((e+1)) > $f; [[ $g ]]; for i in $h; do :; done; case ${j} in $k) ;; esac';
    const found = read(text).expansions;
    expect(found.map(({ name }) => name).join('')).toBe('abcdefghjk');
    expect(found.filter(({ fallback }) => fallback).map(({ name }) => name)).toEqual(['b']);
  });

  test('in unquoted heredocs and quoted scripts, not in single quotes', () => {
    const names = (text: string) => read(text).expansions.map(({ name }) => name);
    expect(names('cat <<E\n$a\nE')).toEqual(['a']);
    expect(names("cat <<'E'\n$a\nE")).toEqual([]);
    expect(names("echo '$a' \\$b $1 $?")).toEqual([]);
    expect(names('sh -c "echo $a \\$b"')).toEqual(['a', 'b']);
  });
});
