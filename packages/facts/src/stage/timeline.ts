import { countBelow } from '../kernel/count-below.ts';
import { memo } from '../kernel/memo.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import { parentOf } from './parent.ts';

/**
 * What happens to a stage, in order: first the triggers (ONBUILD) of the stage it builds on, then its own instructions. Its own triggers stand
 * behind the end: they see the finished stage and the triggers above them, and act on nothing here.
 * Source: Dockerfile reference, ONBUILD.
 */
export interface Timeline {
  readonly instructions: readonly Instruction[];
  /** An ONBUILD of the stage has that of its trigger. */
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
  for (const trigger of triggers) positions.set(trigger.onbuild!, positions.get(trigger)!);
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

/** An instruction in a stage's timeline, and the moment before it. */
interface Placed {
  readonly instruction: Instruction;
  readonly moment: Moment;
}

/** The last instruction of a keyword before a moment, in the stage or in those it builds on, and the moment before it. */
export function lastBefore({ stage, position }: Moment, keyword: string): Placed | undefined {
  const own = lastInStage(stage, position, keyword);
  const parent = own ? undefined : parentOf(stage);
  return typeof parent === 'object' ? lastAtEnd(parent, keyword) : own;
}

function lastInStage(stage: Stage, before: number, keyword: string): Placed | undefined {
  const { byKeyword, instructions } = timelineOf(stage);
  const positions = byKeyword.get(keyword) ?? [];
  const position = positions[countBelow(positions, before) - 1];
  return position === undefined ? undefined : { instruction: instructions[position]!, moment: { stage, position } };
}

/** What `lastAtEnd` has found, by keyword; the chain of a stage may be long. */
const foundAtEnd = memo((_stage: Stage) => new Map<string, Placed | undefined>());

function lastAtEnd(stage: Stage, keyword: string): Placed | undefined {
  const passed: Stage[] = [];
  let found: Placed | undefined;
  for (let each: Stage | undefined = stage; each; ) {
    const known = foundAtEnd(each);
    if (known.has(keyword)) {
      found = known.get(keyword);
      break;
    }
    passed.push(each);
    found = lastInStage(each, timelineOf(each).end, keyword);
    if (found) break;
    const parent = parentOf(each);
    each = typeof parent === 'object' ? parent : undefined;
  }
  for (const each of passed) foundAtEnd(each).set(keyword, found);
  return found;
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
