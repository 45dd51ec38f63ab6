import { fromImage } from '../image/from-image.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, known, type Maybe, unknown } from '../kernel/unsure.ts';
import { type Instruction, placeOf, type Stage } from '../model/dockerfile.ts';
import type { User } from '../model/runtime.ts';
import { fromWord } from '../stage/from-word.ts';
import { rootBase, rootStage } from '../stage/root.ts';
import { endOf, lastBefore, type Moment, momentBefore } from '../stage/timeline.ts';
import { argumentOf } from '../variable/argument.ts';
import { readUserSpec } from './user-spec.ts';

/** Who an instruction runs as; absent before the first FROM. Source: Dockerfile reference, USER. */
export function userAt(instruction: Instruction): Maybe<User> {
  const moment = momentBefore(instruction);
  return moment && userAtMoment(moment);
}

/** Who a container of the stage runs as: the last USER of the stage or of one it builds on, else the base image's. */
export function userOf(stage: Stage): Maybe<User> {
  return userAtMoment(endOf(stage));
}

function userAtMoment(moment: Moment): Maybe<User> {
  const set = lastBefore(moment, 'user')?.instruction;
  return set ? userSetBy(set) : baseUser(rootStage(moment.stage));
}

const userSetBy = memo((instruction: Instruction): User => {
  const { node, dockerfile } = instruction;
  const spec = argumentOf(instruction);
  return { spec, root: rootOf(spec), origin: 'USER', place: placeOf(dockerfile, node.argsSpan), instruction };
});

/** Images that set no user run as root, `scratch` too. */
const baseUser = memo((stage: Stage): User => {
  const base = rootBase(stage);
  const word = fromWord(stage);
  const place = placeOf(stage.dockerfile, word?.span ?? { start: 0, end: 0 });
  const origin = word ? `the base image ${known(fromImage(stage)?.resolved) ?? word.text}` : 'the base image';
  if (isUnsure(base)) return { spec: unknown, root: unknown, origin, place };
  const spec = base?.user || 'root';
  return { spec, root: rootOf(spec), origin, place };
});

function rootOf(spec: Maybe<string>): Maybe<boolean> {
  return isUnsure(spec) ? spec : readUserSpec(spec ?? '').root;
}
