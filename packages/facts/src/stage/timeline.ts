import { memo } from '../kernel/memo.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import { parentOf } from './parent.ts';

/**
 * What happens to a stage, in order: first the triggers (ONBUILD) of the stage it builds on, then its own instructions. Its own triggers stand
 * behind the end: they see the finished stage, and act on nothing here.
 * Source: Dockerfile reference, ONBUILD.
 */
export interface Timeline {
  readonly instructions: readonly Instruction[];
  readonly positions: ReadonlyMap<Instruction, number>;
  /** Where the stage's own triggers begin. */
  readonly end: number;
  /** Positions by keyword, ascending. */
  readonly byKeyword: ReadonlyMap<string, readonly number[]>;
}

/** A point in a stage's timeline: what stands before `position` has happened. */
export interface Moment {
  readonly stage: Stage;
  readonly position: number;
}

export const timelineOf = memo((stage: Stage): Timeline => {
  const parent = parentOf(stage);
  const inherited = typeof parent === 'object' ? parent.instructions.filter((each) => each.onbuild) : [];
  const own = stage.instructions.filter((each) => !each.onbuild && each.node.keyword !== 'onbuild');
  const triggers = stage.instructions.filter((each) => each.onbuild);
  const instructions = [...inherited, ...own, ...triggers];
  const positions = new Map<Instruction, number>();
  const byKeyword = new Map<string, number[]>();
  instructions.forEach((instruction, position) => {
    positions.set(instruction, position);
    const same = byKeyword.get(instruction.node.keyword);
    if (same) same.push(position);
    else byKeyword.set(instruction.node.keyword, [position]);
  });
  return { instructions, positions, end: inherited.length + own.length, byKeyword };
});

/** What an instruction finds; absent before the first FROM. An ONBUILD finds what its trigger does, FROM finds nothing. */
export function momentBefore(instruction: Instruction): Moment | undefined {
  const { stage } = instruction;
  if (!stage) return undefined;
  const timeline = timelineOf(stage);
  const position = timeline.positions.get(instruction);
  if (position !== undefined) return { stage, position };
  return { stage, position: instruction.node.keyword === 'from' ? 0 : timeline.end };
}

export function endOf(stage: Stage): Moment {
  return { stage, position: timelineOf(stage).end };
}

/** The last instruction of a keyword before a moment, in the stage or in those it builds on, and the moment before it. */
export function lastBefore(moment: Moment, keyword: string): { instruction: Instruction; moment: Moment } | undefined {
  for (let { stage, position } = moment; ; ) {
    const timeline = timelineOf(stage);
    const found = timeline.byKeyword.get(keyword)?.findLast((each) => each < position);
    if (found !== undefined) return { instruction: timeline.instructions[found]!, moment: { stage, position: found } };
    const parent = parentOf(stage);
    if (typeof parent !== 'object') return undefined;
    stage = parent;
    position = timelineOf(parent).end;
  }
}

/** Every instruction of a keyword before a moment, in the order in which they happen: those of the oldest stage first. */
export function allBefore(moment: Moment, keyword: string): Instruction[] {
  const found: Instruction[][] = [];
  for (let { stage, position } = moment; ; ) {
    const { byKeyword, instructions } = timelineOf(stage);
    found.push((byKeyword.get(keyword) ?? []).filter((each) => each < position).map((each) => instructions[each]!));
    const parent = parentOf(stage);
    if (typeof parent !== 'object') return found.reverse().flat();
    stage = parent;
    position = timelineOf(parent).end;
  }
}
