import { memo } from '../kernel/memo.ts';
import type { Dockerfile, Instruction } from '../model/dockerfile.ts';

interface Neighbours {
  readonly previous?: Instruction;
  readonly next?: Instruction;
  /** The next one of the same keyword. */
  readonly sameKeyword?: Instruction;
}

/**
 * The instructions around each, in its own stage (or before the first FROM). What ONBUILD holds is no neighbour of its stage's instructions:
 * triggers stand in a row of their own, those of neighbouring ONBUILDs next to one another.
 */
const neighboursOf = memo((dockerfile: Dockerfile): ReadonlyMap<Instruction, Neighbours> => {
  const neighbours = new Map<Instruction, Neighbours>();
  const before = dockerfile.instructions.filter(
    ({ stage, onbuild, node }) => !stage && !onbuild && node.keyword !== 'from',
  );
  for (const row of [before, ...dockerfile.stages.map((stage) => stage.instructions)]) {
    const own = row.filter((each) => !each.onbuild);
    const triggers = row.filter((each) => each.onbuild);
    const place = new Map(own.map((each, index) => [each, index]));
    const adjoin = (one: Instruction, other: Instruction) => place.get(other.onbuild!) === place.get(one.onbuild!)! + 1;
    link(neighbours, own, () => true);
    link(neighbours, triggers, adjoin);
  }
  return neighbours;
});

function link(
  neighbours: Map<Instruction, Neighbours>,
  row: readonly Instruction[],
  adjoin: (one: Instruction, other: Instruction) => boolean,
): void {
  const later = new Map<string, Instruction>();
  for (let index = row.length - 1; index >= 0; index--) {
    const each = row[index]!;
    const { keyword } = each.node;
    const [previous, next] = [row[index - 1], row[index + 1]];
    neighbours.set(each, {
      previous: previous && adjoin(previous, each) ? previous : undefined,
      next: next && adjoin(each, next) ? next : undefined,
      sameKeyword: later.get(keyword),
    });
    later.set(keyword, each);
  }
}

export function previousOf(instruction: Instruction): Instruction | undefined {
  return neighboursOf(instruction.dockerfile).get(instruction)?.previous;
}

export function nextOf(instruction: Instruction): Instruction | undefined {
  return neighboursOf(instruction.dockerfile).get(instruction)?.next;
}

const LAST_COUNTS: ReadonlySet<string> = new Set(['cmd', 'entrypoint', 'healthcheck']);

/** The next CMD, ENTRYPOINT or HEALTHCHECK of the stage after one of its kind, which makes it void. Source: Dockerfile reference, CMD. */
export function overriddenBy(instruction: Instruction): Instruction | undefined {
  if (!LAST_COUNTS.has(instruction.node.keyword)) return undefined;
  return neighboursOf(instruction.dockerfile).get(instruction)?.sameKeyword;
}
