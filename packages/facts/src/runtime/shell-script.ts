import { interpreterOf, type LocatedText, runBody } from '@dockwarden-internal/syntax';
import type { Instruction } from '../model/dockerfile.ts';
import { lookUpAt } from '../variable/lookup.ts';
import { shellAt } from './shell-in-force.ts';

/** The text that a RUN hands to a shell of the Bourne family. */
export interface ShellScript extends LocatedText {
  readonly dialect: 'sh' | 'bash' | 'dash' | 'ash';
  /** Names in it that ARG or ENV set, or an unknown base may. */
  readonly variables: readonly string[];
}

/** Undefined for other instructions, in exec form, and where another shell or none is in force, or it is not known which. */
export function shellScriptOf(instruction: Instruction): ShellScript | undefined {
  const { node, dockerfile } = instruction;
  const body = node.keyword === 'run' ? runBody(node, dockerfile.source.text) : undefined;
  if (!body) return undefined;
  const program = body.interpreter?.program ?? shellProgram(instruction);
  const dialect = DIALECTS.find((each) => each === program);
  if (!dialect) return undefined;
  const named = new Set([...body.text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name]) => name!));
  const variables = [...named].filter((name) => lookUpAt(instruction, name).known !== undefined);
  return { text: body.text, locate: body.locate, dialect, variables };
}

const DIALECTS = ['sh', 'bash', 'dash', 'ash'] as const;

function shellProgram(instruction: Instruction): string | undefined {
  const shell = shellAt(instruction);
  return shell?.family === 'posix' ? interpreterOf(shell.words)?.program : undefined;
}
