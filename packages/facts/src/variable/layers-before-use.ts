import type { Instruction } from '../model/dockerfile.ts';
import type { Variable } from '../model/variable.ts';
import { timelineOf } from '../stage/timeline.ts';
import { usesOf } from './uses.ts';

const layerKeywords = new Set(['run', 'copy', 'add']);

/**
 * The RUN, COPY and ADD that a change of the variable builds anew although none of them uses it: in its stage, from the first RUN below the
 * declaration up to the first instruction that uses it (to the end of the stage where none does). A COPY before any RUN keeps its cache, since
 * variables are part of the cache key of RUN alone.
 * Source: Dockerfile reference, "Impact on build caching"; dispatchRun and dispatchCopy in moby/buildkit frontend/dockerfile/dockerfile2llb.
 */
export function layersBeforeUse(variable: Variable): readonly Instruction[] {
  const { instruction } = variable;
  const { stage } = instruction;
  if (!stage || variable.implied || variable.declaredBy === 'run') return [];
  const { instructions, positions, end } = timelineOf(stage);
  const declared = positions.get(instruction);
  if (declared === undefined || declared >= end) return [];
  const uses = usesOf(variable).map((use) =>
    use.instruction === instruction ? undefined : positions.get(use.instruction),
  );
  const firstUse = uses.reduce<number>(
    (first, at) => (at !== undefined && at > declared && at < first ? at : first),
    end,
  );
  const usedAtOnce = usesOf(variable).some((use) => use.instruction === instruction);
  if (usedAtOnce) return [];
  const between = instructions.slice(declared + 1, firstUse).filter(({ node }) => layerKeywords.has(node.keyword));
  const firstRun = between.findIndex(({ node }) => node.keyword === 'run');
  return firstRun < 0 ? [] : between.slice(firstRun);
}
