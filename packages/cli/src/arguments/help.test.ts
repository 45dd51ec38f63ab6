import { lintSpec } from '../commands/lint-spec.ts';
import { commandHelp } from './help.ts';

test('a terminal gets no line that is wider than it is', () => {
  const lines = commandHelp(lintSpec, 80).split('\n');
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  const at = lines.findIndex((line) => line.includes('--format NAME[=FILE]'));
  expect(lines.slice(at, at + 3)).toEqual([
    '  --format NAME[=FILE]          pretty, json, sarif, github, gitlab, junit,',
    '                                markdown or html; with =FILE into a file. May be',
    '                                repeated.',
  ]);
});

test('elsewhere a line is as long as what it says', () => {
  expect(commandHelp(lintSpec)).toContain('markdown or html; with =FILE into a file. May be repeated.\n');
});
