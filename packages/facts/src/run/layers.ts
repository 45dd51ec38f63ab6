import type { Stretch } from '../kernel/kind.ts';
import { memo } from '../kernel/memo.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import { parentOf } from '../stage/parent.ts';
import { momentBefore, timelineOf } from '../stage/timeline.ts';

interface LayerStretch extends Stretch {
  readonly list: readonly Instruction[];
}

const LAYERS: ReadonlySet<string> = new Set(['run', 'copy', 'add']);

/** The RUN, COPY and ADD of a stage's timeline and of its triggers, and the positions of each. */
const layersOf = memo((stage: Stage) => {
  const { instructions } = timelineOf(stage);
  const positions = [...instructions.keys()].filter((position) => LAYERS.has(instructions[position]!.node.keyword));
  return { layers: positions.map((position) => instructions[position]!), positions };
});

/**
 * The RUN, COPY and ADD that happen before an instruction, and so are part of its cache key: those of its stage in document order, for a trigger
 * with the triggers above it behind them, then those of the stages it builds on.
 */
export function layersBefore(instruction: Instruction): readonly Instruction[] {
  return layerStretches(instruction).flatMap(({ list, from, to }) => list.slice(from, to));
}

/** The same, as the beginnings of the lists that the stages have. */
export function layerStretches(instruction: Instruction): readonly LayerStretch[] {
  const moment = momentBefore(instruction);
  if (!moment) return [];
  const found = [beginningOf(moment.stage, moment.position)];
  for (let parent = parentOf(moment.stage); typeof parent === 'object'; parent = parentOf(parent))
    found.push(beginningOf(parent, timelineOf(parent).end));
  return found;
}

function beginningOf(stage: Stage, position: number): LayerStretch {
  const { layers, positions } = layersOf(stage);
  return { list: layers, from: 0, to: indexFrom(positions, position) };
}

/** How many of sorted numbers are smaller. */
function indexFrom(sorted: readonly number[], number: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
