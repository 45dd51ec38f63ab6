import {
  type InstructionNode,
  interpreterOf,
  type LocatedText,
  literalRun,
  type ParseShellOptions,
  parseShell,
  type RunBody,
  runBody,
  type ShellTree,
} from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import type { Instruction } from '../model/dockerfile.ts';
import { readsPosix, shellAt } from './shell-in-force.ts';

/**
 * The commands of a RUN, CMD, ENTRYPOINT or HEALTHCHECK, in shell or exec form, as the shell in force reads them. Undefined for other
 * instructions, and where something reads the text that is no POSIX shell. Where the image has no shell at all the text is read all the same.
 */
export const shellTreeOf = memo((instruction: Instruction): ShellTree | undefined => {
  const { node, dockerfile } = instruction;
  if (!withCommands.has(node.keyword)) return undefined;
  if (node.json) return literalRun(node.json);
  const body = node.keyword === 'healthcheck' ? healthText(node) : runBody(node, dockerfile.source.text);
  if (!body) return undefined;
  const options = optionsFor(instruction, body);
  return options && parseShell(body.text, body.locate, options);
});

const withCommands: ReadonlySet<string> = new Set(['run', 'cmd', 'entrypoint', 'healthcheck']);

/** What stands behind `HEALTHCHECK CMD`; undefined for `HEALTHCHECK NONE`. */
function healthText({ logical, argsStart, argsEnd }: InstructionNode): LocatedText | undefined {
  const args = logical.text.slice(argsStart, argsEnd);
  const start = argsStart + (/^cmd(?:\s+|$)/i.exec(args)?.[0].length ?? args.length);
  if (start >= argsEnd) return undefined;
  return { text: logical.text.slice(start, argsEnd), locate: (from, to) => logical.span(start + from, start + to) };
}

function optionsFor(instruction: Instruction, body: RunBody): ParseShellOptions | undefined {
  if (body.interpreter) {
    const { posix, program, pipefail, errexit } = body.interpreter;
    return posix ? { dialect: dialectOf(program), pipefail, errexit } : undefined;
  }
  const shell = shellAt(instruction);
  if (shell && !readsPosix(shell)) return undefined;
  const interpreter = interpreterOf(shell?.words ?? []);
  return {
    dialect: dialectOf(interpreter?.program),
    pipefail: shell?.pipefail === true,
    errexit: interpreter?.errexit === true,
  };
}

type Dialect = NonNullable<ParseShellOptions['dialect']>;

function dialectOf(program = 'sh'): Dialect {
  return dialects.find((each) => each === program) ?? 'sh';
}

const dialects: readonly Dialect[] = ['bash', 'dash', 'ash', 'zsh', 'ksh'];
