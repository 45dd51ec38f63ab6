import { memo } from '../kernel/memo.ts';
import type { Stage } from '../model/dockerfile.ts';
import { stageName } from './from-word.ts';

/** The nearest stage above with a name, in any case. */
export function earlierStage(stage: Stage, name: string): Stage | undefined {
  const named = stagesByName(stage.dockerfile).get(name.toLowerCase());
  return named?.findLast((each) => each.index < stage.index);
}

/** Stages by their names in lower case, in file order. */
export const stagesByName = memo(({ stages }: Stage['dockerfile']): ReadonlyMap<string, readonly Stage[]> => {
  const byName = new Map<string, Stage[]>();
  for (const stage of stages) {
    const name = stageName(stage)?.toLowerCase();
    if (name === undefined) continue;
    const same = byName.get(name);
    if (same) same.push(stage);
    else byName.set(name, [stage]);
  }
  return byName;
});
