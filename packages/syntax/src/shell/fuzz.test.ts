import fc from 'fast-check';
import { MAX_SHELL_TEXT } from './limits.ts';
import { literalRun } from './literal-run.ts';
import { parseShell } from './parse-shell.ts';
import type { ShellTree } from './tree.ts';

const locate = (start: number, end: number) => ({ start, end });

/** Every span of a tree, with the text that is claimed to stand there. */
function spansOf(tree: ShellTree) {
  const words = tree.commands.flatMap((command) => [
    ...command.words,
    ...command.redirects.flatMap((redirect) => redirect.target ?? []),
  ]);
  const others = tree.commands.flatMap((command) => [
    command.span,
    command.wholeSpan,
    ...command.assignments.flatMap((found) => [found.span, found.valueSpan]),
    ...command.redirects.map((redirect) => redirect.span),
  ]);
  return { words, spans: [...words.map((word) => word.span), ...others, ...tree.faults.map((fault) => fault.span)] };
}

const token = fc.constantFrom(
  ...[
    'a',
    'b',
    '$X',
    '${Y:-z}',
    "'q r'",
    '"d $e"',
    '\\',
    '\n',
    ' ',
    ' ',
    '&&',
    '||',
    ';',
    '|',
    '&',
    '(',
    ')',
    '{ ',
    '; }',
    '$(',
    ')',
    '`',
  ],
  ...[
    '"',
    "'",
    '<<E\n',
    'E\n',
    '>',
    '<',
    '2>&1',
    '<(',
    '{a,b}',
    '*',
    '#',
    '=',
    'A=1',
    'if ',
    'then ',
    'fi',
    'for i in ',
    'do ',
    'done',
  ],
  ...[
    'case x in ',
    ';;',
    'esac',
    'f() ',
    '[[ ',
    ' ]]',
    '((',
    '))',
    'sudo ',
    'env ',
    'sh -c ',
    'eval ',
    'xargs ',
    'find . -exec ',
    '\\;',
  ],
  ...['set -o pipefail', 'su x -c ', 'bash <<< ', 'export ', '$((', '$[', "$'", '!', '-', '--', 'time '],
);
const shellish = fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join(''));
const anything = fc.oneof(shellish, fc.string({ unit: 'binary', maxLength: 80 }));

test('any text is read, and what is found stands where it is said to stand', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const tree = parseShell(text, locate);
      const { words, spans } = spansOf(tree);
      for (const span of spans) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
      expect(tree.unread ?? '').not.toMatch(/parser/);
      if (tree.commands.some((command) => command.embedding)) return;
      for (const word of words) expect(text.slice(word.span.start, word.span.end)).toBe(word.text);
    }),
    { numRuns: 2000 },
  );
});

test('links lead to commands of the tree', () => {
  fc.assert(
    fc.property(shellish, (text) => {
      const { commands, scopes } = parseShell(text, locate);
      for (const [index, command] of commands.entries()) {
        for (const link of [command.pipesInto, ...(command.feeds ?? [])])
          if (link !== undefined) expect(commands[link]).toBeDefined();
        if (command.within !== undefined) expect(command.within).toBeLessThan(index);
        expect(scopes[command.scope]).toBeDefined();
      }
    }),
    { numRuns: 1000 },
  );
});

test('any exec form is read', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(token, shellish), { maxLength: 8 }), (values) => {
      const strings = values.map((value, index) => ({
        value,
        span: { start: index * 1000, end: index * 1000 + value.length + 2 },
      }));
      const { words, spans } = spansOf(literalRun(strings));
      expect(words.length).toBeGreaterThanOrEqual(0);
      for (const span of spans) expect(span.end).toBeLessThanOrEqual(values.length * 1000);
    }),
    { numRuns: 1000 },
  );
});

/** Repeated, these have sent one or another shell parser into deep recursion or quadratic time. */
const REPEATED = [
  ...[
    '$(',
    '`',
    '"',
    "'",
    '(',
    '{ ',
    '[[ ',
    'if a; then ',
    '${a:-',
    'a && ',
    'a | ',
    'a;',
    'cat <<E\n',
    '$((',
    '((1+',
    '<(',
    '\\`',
    '\\',
  ],
  ...[
    '*[',
    '@(',
    '{a,',
    '{a,b}',
    'case x in a) ',
    'f() {',
    '"$(',
    '\\\\`',
    'a=(',
    'a[',
    '! ',
    'time ',
    'A=$(x) ',
    'sh -c "',
    "eval '",
  ],
  ...[
    'sudo ',
    'find . -exec ',
    'find . -exec a \\; ',
    '(a)|',
    '{ a; } | ',
    '$a',
    '${a}',
    'bash <<< ',
    'xargs sh -c ',
    'export A=',
  ],
];

test.each(REPEATED)('%s without end takes no longer than its length allows', (piece) => {
  const text = piece.repeat(Math.ceil(30_000 / piece.length));
  const before = process.cpuUsage();
  parseShell(text, locate);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(3000);
});

test('text over the bound is not read, and that is said', () => {
  const tree = parseShell('a;'.repeat(MAX_SHELL_TEXT), locate);
  expect(tree.commands).toEqual([]);
  expect(tree.unread).toMatch(/characters/);
});

test('nesting over the bound is cut, and that is said', () => {
  const tree = parseShell(`${'a $('.repeat(100)}b${')'.repeat(100)}`, locate);
  expect(tree.unread).toMatch(/nested/);
  expect(tree.commands.length).toBeGreaterThan(10);
});
