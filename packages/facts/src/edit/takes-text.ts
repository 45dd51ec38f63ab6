import { mayInsert } from '@dockwarden-internal/syntax';
import type { Command } from '../model/command.ts';
import type { Instruction } from '../model/dockerfile.ts';

/** True where text may be put beside a fact's words: not inside quotes, among the strings of a JSON form, or for a variable that holds them. */
export function takesText(node: unknown, text: string): boolean {
  if (typeof node !== 'object' || node === null) return true;
  if ('run' in node && 'shell' in node) return mayInsert((node as Command).shell, text) && !embedded(node as Command);
  if ('fromVariable' in node && node.fromVariable) return false;
  if ('command' in node && node.command) return takesText(node.command, text);
  return !('node' in node && 'dockerfile' in node && jsonRun(node as Instruction));
}

/** Text after a command inside a quoted script or a JSON form would need quoting of its own; none is offered. */
function embedded({ shell, run }: Command): boolean {
  return shell.embedding !== undefined || run.node.json !== undefined;
}

function jsonRun({ node }: Instruction): boolean {
  return node.json !== undefined && node.keyword === 'run';
}
