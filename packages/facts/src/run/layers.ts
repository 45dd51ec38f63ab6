import { countBelow } from '../kernel/count-below.ts';
import type { Stretch } from '../kernel/kind.ts';
import { memo } from '../kernel/memo.ts';
import type { Dockerfile, Instruction, Stage } from '../model/dockerfile.ts';
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

/** The same, as parts of lists that stages share. */
export function layerStretches(instruction: Instruction): readonly LayerStretch[] {
  const moment = momentBefore(instruction);
  if (!moment) return [];
  return [beginningOf(moment.stage, moment.position), ...layersBelow(moment.stage)];
}

/** Those of the stages that a stage builds on. */
const layersBelow = memo((stage: Stage): readonly LayerStretch[] => {
  const found: LayerStretch[] = [];
  for (let parent = parentOf(stage); typeof parent === 'object'; ) {
    const { line, offset } = placesInLines(stage.dockerfile).get(parent)!;
    found.push({ list: line.layers, from: offset, to: line.layers.length });
    parent = parentOf(line.oldest);
  }
  return found;
});

/** Stages of which each builds on the next, and their layers. */
interface Line {
  readonly layers: Instruction[];
  oldest: Stage;
}

/**
 * Each stage in one line, with the stage that has the longest line below it; so a chain of stages is one list, of which each of them has the
 * end, and no stage has more than a few lines above it.
 */
const placesInLines = memo((dockerfile: Dockerfile) => {
  const heirs = new Map<Stage, { readonly stage: Stage; readonly depth: number }>();
  const places = new Map<Stage, { readonly line: Line; readonly offset: number }>();
  // A stage stands below the one that it builds on.
  for (const stage of dockerfile.stages.toReversed()) {
    const depth = (heirs.get(stage)?.depth ?? 0) + 1;
    const parent = parentOf(stage);
    if (typeof parent === 'object' && depth > (heirs.get(parent)?.depth ?? 0)) heirs.set(parent, { stage, depth });
    const heir = heirs.get(stage);
    const line = heir ? places.get(heir.stage)!.line : { layers: [], oldest: stage };
    places.set(stage, { line, offset: line.layers.length });
    const { list, to } = beginningOf(stage, timelineOf(stage).end);
    for (const layer of list.slice(0, to)) line.layers.push(layer);
    line.oldest = stage;
  }
  return places;
});

function beginningOf(stage: Stage, position: number): LayerStretch {
  const { layers, positions } = layersOf(stage);
  return { list: layers, from: 0, to: countBelow(positions, position) };
}
