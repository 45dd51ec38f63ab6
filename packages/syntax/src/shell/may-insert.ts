import { parseShell } from './parse-shell.ts';
import type { ShellCommand, ShellTree } from './tree.ts';

/** What no string can take without being quoted anew. */
const QUOTES_OR_ESCAPES = /['"\\$`\n\r]/;

/**
 * True where shell text such as ` --no-install-recommends` or ` && rm -rf /tmp/x` may be put next to one of a command's words. In a script
 * that is itself a quoted string only text without quotes, escapes and expansions may; among the strings of the exec form none.
 */
export function mayInsert(command: ShellCommand, text: string): boolean {
  if (command.embedding === undefined) return true;
  return (command.embedding === 'quoted' || command.embedding === 'json') && !QUOTES_OR_ESCAPES.test(text);
}

/**
 * True where a word put at this offset of a shell text would be a word of some command: false within quotes, comments, heredocs and
 * other strings, and in the middle of `$(` and the like.
 */
export function isPlainAt(text: string, offset: number): boolean {
  let probe = 'probe';
  while (text.includes(probe)) probe += 'x';
  const probed = read(`${text.slice(0, offset)} ${probe} ${text.slice(offset)}`);
  const isWord = probed.commands.some(
    (command) => !command.embedding && command.words.some((word) => word.text === probe),
  );
  return isWord && probed.faults.length <= read(text).faults.length;
}

function read(text: string): ShellTree {
  return parseShell(text, (start, end) => ({ start, end }));
}
