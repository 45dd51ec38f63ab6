import { type Instruction, placeOf, type Stage, timelineOf } from '@dockwarden-internal/facts';
import { fromParts } from '@dockwarden-internal/syntax';
import { copyReads } from './copy-reads.ts';
import { mountReads } from './mount-reads.ts';
import { type Named, namedByFrom } from './named-by.ts';
import type { BuildReading } from './read-for-build.ts';
import type { Read } from './reads.ts';

/** A stage that a build executes. */
export interface ReachedStage {
  readonly stage: Stage;
  readonly base: Named;
  /** What is executed: triggers of the stage it builds on, then its own. */
  readonly instructions: readonly Instruction[];
  readonly reads: readonly Read[];
}

/** A reading with the stages that it executes. */
export interface ReachedReading extends BuildReading {
  readonly stages: readonly ReachedStage[];
}

/** The stages that the target stage's build executes, in file order. Those that nothing asks for are not built. Source: Dockerfile reference, multi-stage builds. */
export function reachedStages({ image, target }: BuildReading): ReachedStage[] {
  const reached = new Map<Stage, ReachedStage>();
  const waiting: Stage[] = [target];
  for (let stage = waiting.pop(); stage; stage = waiting.pop()) {
    if (reached.has(stage)) continue;
    const found = readStage(image.request, stage);
    reached.set(stage, found);
    for (const { origin } of found.reads) if (origin?.kind === 'stage') waiting.push(origin.stage);
  }
  return [...reached.values()].sort((a, b) => a.stage.index - b.stage.index);
}

function readStage(request: BuildReading['image']['request'], stage: Stage): ReachedStage {
  const base = namedByFrom(request, stage);
  const timeline = timelineOf(stage);
  const instructions = timeline.instructions.slice(0, timeline.end);
  const from = stage.from ?? stage.instructions[0]!;
  const word = stage.from && fromParts(stage.from.node).image;
  const place = placeOf(stage.dockerfile, (word ?? from.node).span);
  const reads: Read[] = [{ origin: base, use: 'from', sources: [], instruction: from, place }];
  for (const instruction of instructions) {
    const { keyword } = instruction.node;
    if (keyword === 'copy' || keyword === 'add') reads.push(...copyReads(request, instruction));
    else if (keyword === 'run') reads.push(...mountReads(request, instruction));
  }
  return { stage, base, instructions, reads };
}
