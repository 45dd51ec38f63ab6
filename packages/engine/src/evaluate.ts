import { isUnsure } from '@dockwarden-internal/facts';
import { type CompiledCheck, type Condition, type Env, type Kleene, not } from '@dockwarden-internal/policy';

/** A subject that breaks a check, with what the conditions bound on the way. */
export interface Hit {
  readonly check: CompiledCheck;
  readonly env: Env;
  /** False where the verdict is unknown and the check reports that. */
  readonly certain: boolean;
}

/** Shared by all that find nothing missing. */
const nothing: readonly string[] = [];

/** Runs one check on one subject of its kind. */
export function evaluate(check: CompiledCheck, subject: object, emit: (hit: Hit) => void): void {
  const env: Env = { on: subject, self: subject, bound: undefined, missing: nothing };
  if (!holds(check.subjectWhere, subject, env)) return;
  const exempt = some(check.subjectUnless, subject, env);
  if (exempt === true) return;
  if (!check.each) {
    judge(check, env, exempt, emit);
    return;
  }
  const elements = check.each.read(subject, env);
  if (elements === undefined || isUnsure(elements)) return;
  for (const element of elements as readonly object[]) {
    const own: Env = { on: subject, self: element, bound: env.bound && new Map(env.bound), missing: nothing };
    if (!holds(check.elementWhere, element, own)) continue;
    const elementExempt = some(check.elementUnless, element, own);
    if (elementExempt === true) continue;
    judge(check, own, exempt === null || elementExempt === null ? null : false, emit);
  }
}

/** `unless` that cannot be told makes the verdict unknown; so does `require` or `forbid`. */
function judge(check: CompiledCheck, env: Env, exempt: Kleene, emit: (hit: Hit) => void): void {
  const { verdict } = check;
  const answer = verdict.test(env.self, env);
  const broken = verdict.word === 'require' ? not(answer) : answer;
  if (broken === false) return;
  const certain = broken === true && exempt === false;
  if (certain || check.reportUnknown) emit({ check, env, certain });
}

/** True only where every condition is known to hold. */
function holds(conditions: readonly Condition[], fact: object, env: Env): boolean {
  for (const condition of conditions) if (condition.test(fact, env) !== true) return false;
  return true;
}

function some(conditions: readonly Condition[], fact: object, env: Env): Kleene {
  let result: Kleene = false;
  const { missing } = env;
  for (const condition of conditions) {
    const answer = condition.test(fact, env);
    if (answer === true) return true;
    if (answer === null) result = null;
  }
  // What an exemption does not find, nobody demands.
  env.missing = missing;
  return result;
}
