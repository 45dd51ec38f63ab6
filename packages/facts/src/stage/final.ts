import { memo } from '../kernel/memo.ts';
import type { Dockerfile, Stage } from '../model/dockerfile.ts';
import { buildersOf } from './builders.ts';
import { chainOf } from './parent.ts';

/** The last stage of the file, which a build without a target makes. */
export function isLast(stage: Stage): boolean {
  return stage.index === stage.dockerfile.stages.length - 1;
}

/** True where the stage becomes an image: the last one, or one that something in the workspace builds. */
export function isFinal(stage: Stage): boolean {
  return isLast(stage) || buildersOf(stage).length > 0;
}

/** True where the stage's layers are part of an image: a final stage, or one that such a stage builds on. */
export function isShipped(stage: Stage): boolean {
  return shippedStages(stage.dockerfile).has(stage);
}

const shippedStages = memo((dockerfile: Dockerfile): ReadonlySet<Stage> => {
  const shipped = new Set<Stage>();
  for (const stage of dockerfile.stages) {
    if (isFinal(stage)) for (const each of chainOf(stage)) shipped.add(each);
  }
  return shipped;
});
