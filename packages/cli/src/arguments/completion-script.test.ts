import { execFileSync } from 'node:child_process';
import { commands } from '../commands/registry.ts';
import { completionScript } from './completion-script.ts';

const specs = commands().map(({ spec }) => spec);

/** What bash proposes for the last of these words. */
function proposed(...words: string[]): string[] {
  const script = `${completionScript('bash', specs)}
COMP_WORDS=(dockwarden "$@")
COMP_CWORD=$#
_dockwarden
printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8', cwd: __dirname })
    .split('\n')
    .filter((word) => word !== '');
}

test.each([
  [['li'], ['lint']],
  [['help', 'li'], ['lint']],
  [['migrate', 'h'], ['hadolint']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
  [
    ['lint', '--fail-on', ''],
    ['error', 'warning', 'info'],
  ],
  [['lint', '--fail-on', '=', 'w'], ['warning']],
  [
    ['lint', '--fail-on', '='],
    ['error', 'warning', 'info'],
  ],
  [
    ['scan', '--fail-on', ''],
    ['critical', 'high', 'medium', 'low'],
  ],
  [['lint', '--format', 's'], ['sarif']],
  [
    ['facts', '--format', ''],
    ['tree', 'json'],
  ],
  [['lint', '--stdin'], ['--stdin-filename']],
  [
    ['lint', 'completion-script.t'],
    ['completion-script.ts', 'completion-script.test.ts'],
  ],
])('%j is completed by what this command takes', (words, expected) => {
  expect(proposed(...words).sort()).toEqual([...expected].sort());
});

test('fish is told the values of each command, and short options', () => {
  const script = completionScript('fish', specs);
  expect(script).toContain("-n '__fish_seen_subcommand_from facts' -l format -xa 'tree json'");
  expect(script).toMatch(/__fish_seen_subcommand_from lint' -l format -xa 'pretty json sarif [^']*html'/);
  expect(script).toContain("-n '__fish_seen_subcommand_from lint' -l quiet -s q ");
  expect(script).toContain("-n '__fish_seen_subcommand_from completion' -xa 'bash zsh fish'");
});
