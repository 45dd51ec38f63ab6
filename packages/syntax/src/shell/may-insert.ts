import type { ShellCommand } from './tree.ts';

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
