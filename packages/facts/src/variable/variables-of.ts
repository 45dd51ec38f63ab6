import { memo } from '../kernel/memo.ts';
import type { Instruction } from '../model/dockerfile.ts';
import type { Variable } from '../model/variable.ts';
import { globalScope } from './global-scope.ts';
import { runVariables } from './run-variables.ts';
import { scopesOf } from './scope.ts';

/** The variables that an ARG or ENV declares, or a RUN exports; none for other instructions. */
export const variablesOf = memo((instruction: Instruction): readonly Variable[] => {
  const { dockerfile, node, stage } = instruction;
  if (node.keyword === 'run') return runVariables(instruction);
  if (node.keyword !== 'arg' && node.keyword !== 'env') return [];
  if (!stage) return globalScope(dockerfile).variables.get(instruction) ?? [];
  return scopesOf(dockerfile).get(stage)?.variables.get(instruction) ?? [];
});
