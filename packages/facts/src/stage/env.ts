import { memo } from '../kernel/memo.ts';
import { isUnsure } from '../kernel/unsure.ts';
import type { Stage } from '../model/dockerfile.ts';
import type { Variable } from '../model/variable.ts';
import { baseVariables } from '../variable/base-variables.ts';
import { variablesOf } from '../variable/variables-of.ts';
import { rootStage } from './root.ts';
import { allBefore, endOf } from './timeline.ts';

/** The environment of a stage's image: what the base image sets, then ENV of the chain, of equal names the last. ARG is not part of it. */
export const envOf = memo((stage: Stage): readonly Variable[] => {
  const inherited = baseVariables(rootStage(stage));
  const variables = new Map<string, Variable>(inherited instanceof Map ? inherited : []);
  for (const variable of allBefore(endOf(stage), 'env').flatMap(variablesOf)) {
    if (variable.text !== undefined) variables.set(variable.name, variable);
  }
  return [...variables.values()];
});

/** True where the base image is not known and may set others. */
export function mayInheritEnv(stage: Stage): boolean {
  return isUnsure(baseVariables(rootStage(stage)));
}
