import type { Instruction } from '../model/dockerfile.ts';
import { readsPosix, shellAt } from '../runtime/shell-in-force.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';

/**
 * The exec form of a CMD or ENTRYPOINT in shell form that says the same; absent where only a shell can do what stands there, for other
 * instructions, and where the form is exec already. Source: Dockerfile reference, "Shell and exec form".
 */
export function asExecForm(instruction: Instruction): string | undefined {
  const { node } = instruction;
  if (!withForms.has(node.keyword) || node.json || node.argsStart >= node.argsEnd) return undefined;
  const shell = shellAt(instruction);
  if (!shell || !readsPosix(shell) || !plainText.test(node.logical.text.slice(node.argsStart, node.argsEnd)))
    return undefined;
  const [command, ...more] = shellTreeOf(instruction)?.commands ?? [];
  if (!command || more.length > 0 || command.assignments.length > 0) return undefined;
  if (command.via.some((wrapper) => wrapper !== 'exec')) return undefined;
  const words = command.words.map(({ value }) => value);
  if (words.includes(undefined) || builtins.has(words[0]!)) return undefined;
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}

const withForms: ReadonlySet<string> = new Set(['cmd', 'entrypoint']);

/** Text without variables, redirections, globs, pipes and comments. */
const plainText = /^[\w@%+=:;,./'" \t-]+$/;

/** Commands that are part of the shell, or mean something to it alone. */
const builtins: ReadonlySet<string> = new Set([
  '.',
  ':',
  'cd',
  'eval',
  'exec',
  'exit',
  'export',
  'set',
  'source',
  'trap',
  'type',
  'ulimit',
  'umask',
  'unset',
  'wait',
]);
