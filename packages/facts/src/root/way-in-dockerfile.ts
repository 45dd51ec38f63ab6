import type { Place } from '@dockwarden-internal/syntax';
import { partitionPoint } from '@dockwarden-internal/syntax/text/partition-point';
import { memo } from '../kernel/memo.ts';
import type { Dockerfile, Instruction, Stage } from '../model/dockerfile.ts';

/** Stage, keyword and ordinal of the instruction at a place: `build/run/0`; `top` above the first one. */
export function wayInDockerfile(dockerfile: Dockerfile, place: Place): string {
  const { instructions } = dockerfile;
  const low = partitionPoint(instructions, (each) => each.node.span.start <= place.span.start);
  return low === 0 ? 'top' : waysOf(dockerfile).get(instructions[low - 1]!)!;
}

const waysOf = memo((dockerfile: Dockerfile): ReadonlyMap<Instruction, string> => {
  const counts = new Map<string, number>();
  const ways = new Map<Instruction, string>();
  for (const instruction of dockerfile.instructions) {
    const { stage, node } = instruction;
    const kind = `${stage ? stageWord(stage) : 'global'}/${node.keyword}`;
    const key = `${stage?.index} ${kind}`;
    const ordinal = counts.get(key) ?? 0;
    counts.set(key, ordinal + 1);
    ways.set(instruction, `${kind}/${ordinal}`);
  }
  return ways;
});

/** What a stage is called in what must outlive edits: its name in lower case, else its number from 0. */
export function stageWord({ from, index }: Stage): string {
  return (from && /\sas\s+(\S+)\s*$/i.exec(from.node.logical.text)?.[1]?.toLowerCase()) ?? String(index);
}
