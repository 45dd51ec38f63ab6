import type { Stretch } from '@dockwarden-internal/facts';
import type { Env } from './env.ts';
import type { Kleene } from './kleene.ts';

/** Shorter lists are asked anew each time, which costs less than to remember. */
const LONG = 32;

/** Of each index of a list the nearest at or behind it whose element settles the question, or leaves it open; its length where there is none. */
interface Answers {
  readonly settling: Int32Array;
  readonly unsure: Int32Array;
}

/** Whether an element settles a question about all of them, and whether one leaves it open. */
export interface Settled {
  readonly settled: boolean;
  readonly unsure: boolean;
}

export function isLong(stretches: readonly Stretch[]): boolean {
  return stretches.some(({ list }) => list.length > LONG);
}

/** Takes a long list as one stretch from the second time on: one that is asked about once is not worth remembering. */
export function repeatedList(): (list: readonly unknown[]) => readonly Stretch[] | undefined {
  const seen = new WeakSet<readonly unknown[]>();
  return (list) => {
    if (list.length <= LONG) return undefined;
    if (seen.has(list)) return [{ list, from: 0, to: list.length }];
    seen.add(list);
    return undefined;
  };
}

/**
 * Asks a test of all elements of stretches, `settledBy` being the answer that ends the search. Each element of a list is asked once,
 * however many stretches there are of it: a thousand commands that each ask about all before them take a thousand answers, not a million.
 * Undefined where a test depends on more than its element.
 */
export function stretchQuestion(
  test: (element: unknown, env: Env) => Kleene,
  settledBy: boolean,
): (stretches: readonly Stretch[], env: Env) => Settled | undefined {
  const known = new WeakMap<readonly unknown[], { readonly answers: Answers | undefined }>();
  const answersOf = (list: readonly unknown[], env: Env): Answers | undefined => {
    const before = known.get(list);
    if (before) return before.answers;
    const answers = askAll(list, test, settledBy, env);
    known.set(list, { answers });
    return answers;
  };
  return (stretches, env) => {
    let unsure = false;
    for (const { list, from, to } of stretches) {
      if (from >= to) continue;
      const answers = answersOf(list, env);
      if (!answers) return undefined;
      if (answers.settling[from]! < to) return { settled: true, unsure };
      unsure ||= answers.unsure[from]! < to;
    }
    return { settled: false, unsure };
  };
}

function askAll(
  list: readonly unknown[],
  test: (element: unknown, env: Env) => Kleene,
  settledBy: boolean,
  env: Env,
): Answers | undefined {
  const { length } = list;
  const answers = { settling: new Int32Array(length), unsure: new Int32Array(length) };
  const watched = watchedEnv(env);
  let [settling, unsure] = [length, length];
  for (let index = length - 1; index >= 0; index--) {
    const answer = test(list[index], watched.env);
    if (watched.isTouched()) return undefined;
    if (answer === settledBy) settling = index;
    else if (answer === null) unsure = index;
    answers.settling[index] = settling;
    answers.unsure[index] = unsure;
  }
  return answers;
}

/** An environment that notices when somebody looks into it or writes to it; what is written stays in it. */
function watchedEnv(env: Env): { readonly env: Required<Env>; readonly isTouched: () => boolean } {
  let touched = false;
  const scratch: Env = { ...env };
  const touch = <T>(value: T): T => {
    touched = true;
    return value;
  };
  return {
    env: {
      get on() {
        return touch(scratch.on);
      },
      get self() {
        return touch(scratch.self);
      },
      set self(value) {
        scratch.self = touch(value);
      },
      get bound() {
        return touch(scratch.bound ?? new Map());
      },
      set bound(value) {
        scratch.bound = touch(value);
      },
      get missing() {
        return touch(scratch.missing);
      },
      set missing(value) {
        scratch.missing = touch(value);
      },
    },
    isTouched: () => touched,
  };
}
