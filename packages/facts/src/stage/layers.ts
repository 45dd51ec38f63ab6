import { memo } from '../kernel/memo.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import { chainOf } from './parent.ts';
import { timelineOf } from './timeline.ts';

const layerKeywords = new Set(['run', 'copy', 'add']);

/** Engines stack 127 at most. Beyond it only the nearest count, so that a long chain of stages does not cost the square of its length. */
const MOST_LAYERS = 200;

/**
 * The RUN, COPY and ADD that make a stage's file system, in the order in which they happen: those of the oldest stage first. Of a chain of
 * hundreds, the last ones.
 */
export function layersOf(stage: Stage): readonly Instruction[] {
  return layersIn(stage).layers;
}

/** True where a stage has so many layers that the oldest are left out. */
export function hasMoreLayers(stage: Stage): boolean {
  return layersIn(stage).more;
}

const layersIn = memo((stage: Stage): { readonly layers: readonly Instruction[]; readonly more: boolean } => {
  const stretches: (readonly Instruction[])[] = [];
  let count = 0;
  for (const each of chainOf(stage)) {
    const own = ownLayers(each);
    stretches.push(own);
    count += own.length;
    if (count > MOST_LAYERS) break;
  }
  const layers = stretches.reverse().flat();
  return { layers: layers.slice(-MOST_LAYERS), more: layers.length > MOST_LAYERS };
});

const ownLayers = memo((stage: Stage): readonly Instruction[] => {
  const { instructions, end } = timelineOf(stage);
  return instructions.slice(0, end).filter(({ node }) => layerKeywords.has(node.keyword));
});
