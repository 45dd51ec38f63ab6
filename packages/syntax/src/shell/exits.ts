import { programOf } from './simple-command.ts';
import type { ShellCommand } from './tree.ts';

/** True for what ends its shell, and may end it well: `exit`, `exit 0`, `exit $x`. */
export function exitsWell({ words }: Pick<ShellCommand, 'words'>): boolean {
  return programOf(words[0]) === 'exit' && !/^[1-9]\d*$/.test(words[1]?.value ?? '0');
}

/** True for what takes the place of its shell, so that nothing runs after it: `exec x`. */
export function isExecuted({ via }: Pick<ShellCommand, 'via'>): boolean {
  return via.includes('exec');
}
