import { INSTRUCTIONS } from '../keyword.ts';
import type { InstructionNode } from '../tree.ts';
import { checkArguments } from './arguments.ts';
import { checkCopy } from './copy.ts';
import { checkExpose } from './expose.ts';
import { checkFlags } from './flags.ts';
import { checkFrom } from './from.ts';
import { checkHealthcheck } from './healthcheck.ts';
import { checkNameValues } from './name-values.ts';
import { checkOnbuild } from './onbuild.ts';
import type { Check, CheckContext, Report } from './report.ts';
import { checkRun } from './run.ts';
import { checkShell } from './shell.ts';
import { checkUnknown } from './unknown-instruction.ts';
import { checkVolume } from './volume.ts';

const CHECKS: Readonly<Record<string, Check>> = {
  add: checkCopy,
  arg: checkNameValues,
  copy: checkCopy,
  env: checkNameValues,
  expose: checkExpose,
  from: checkFrom,
  healthcheck: checkHealthcheck,
  label: checkNameValues,
  onbuild: checkOnbuild,
  run: checkRun,
  shell: checkShell,
  volume: checkVolume,
};

/**
 * Notes what BuildKit's parser and its `instructions` package refuse in one instruction, and, as `later`, in the trigger of an ONBUILD.
 */
export function checkInstruction(node: InstructionNode, context: CheckContext, reportTrigger: Report): void {
  if (!INSTRUCTIONS.has(node.keyword)) {
    checkUnknown(node, context);
    return;
  }
  checkFlags(node, context);
  checkArguments(node, context);
  CHECKS[node.keyword]?.(node, context);
  const { trigger } = node;
  if (!trigger || trigger.keyword === 'onbuild') return;
  checkInstruction(trigger, { ...context, report: reportTrigger, previous: undefined }, reportTrigger);
}
