import { memo } from '../kernel/memo.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import { parentOf } from '../stage/parent.ts';
import { momentBefore, timelineOf } from '../stage/timeline.ts';

const LAYERS: ReadonlySet<string> = new Set(['run', 'copy', 'add']);

/** The RUN, COPY and ADD of a stage's timeline and of its triggers, with their positions. */
const layersOf = memo((stage: Stage) => {
  const { instructions } = timelineOf(stage);
  return instructions.flatMap((instruction, position) =>
    LAYERS.has(instruction.node.keyword) ? [{ instruction, position }] : [],
  );
});

/**
 * The RUN, COPY and ADD that happen before an instruction, and so are part of its cache key: those of its stage in document order, for a trigger
 * with the triggers above it behind them, then those of the stages it builds on.
 */
export function layersBefore(instruction: Instruction): readonly Instruction[] {
  const moment = momentBefore(instruction);
  if (!moment) return [];
  const found: Instruction[] = [];
  let { stage, position } = moment;
  for (;;) {
    for (const layer of layersOf(stage)) if (layer.position < position) found.push(layer.instruction);
    const parent = parentOf(stage);
    if (typeof parent !== 'object') return found;
    stage = parent;
    position = timelineOf(parent).end;
  }
}
