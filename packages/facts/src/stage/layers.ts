import { memo } from '../kernel/memo.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import { chainOf } from './parent.ts';
import { timelineOf } from './timeline.ts';

const layerKeywords = new Set(['run', 'copy', 'add']);

/** The RUN, COPY and ADD that make a stage's file system, in the order in which they happen: those of the oldest stage first. */
export const layersOf = memo((stage: Stage): readonly Instruction[] =>
  chainOf(stage)
    .reverse()
    .flatMap((each) => {
      const { instructions, end } = timelineOf(each);
      return instructions.slice(0, end).filter(({ node }) => layerKeywords.has(node.keyword));
    }),
);
