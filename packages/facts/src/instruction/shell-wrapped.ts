import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Instruction } from '../model/dockerfile.ts';
import { readProcess } from '../runtime/read-process.ts';
import { shellAt } from '../runtime/shell-in-force.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';
import { formOf } from './form.ts';

/**
 * True where the shell of a CMD or ENTRYPOINT in shell form stays in front of the program, false where it hands over by `exec`; absent for exec
 * form and for others. No other shell than a POSIX one can hand over. Source: Dockerfile reference, "Shell form ENTRYPOINT example".
 */
export function isShellWrapped(instruction: Instruction): Maybe<boolean> {
  if (!STARTS.has(instruction.node.keyword) || formOf(instruction) !== 'shell') return undefined;
  const tree = shellTreeOf(instruction);
  if (tree) return tree.unread === undefined ? readProcess(tree, true).shellWrapped : unknown;
  return isUnsure(shellAt(instruction)?.family) ? unknown : true;
}

const STARTS: ReadonlySet<string> = new Set(['cmd', 'entrypoint']);
