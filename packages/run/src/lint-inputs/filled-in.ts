import type { LiteralValues } from './literal-values.ts';

/** Steps of filling in; values may name each other in a ring. */
const MOST_STEPS = 64;

const VARIABLE = /\$(?:(\w+)|\{(\w+)(?::?-([^${}]*))?\})/;

/**
 * A text with its variables filled in, once for each value that they are given. What only the build gives stays in, as do operators. A variable that
 * nothing declares is empty, or is set by a base image: both are answers.
 */
export function filledIn(text: string, values: LiteralValues): string[] {
  const done = new Set<string>();
  const pending = [text];
  for (let step = 0; pending.length > 0; step++) {
    if (step > MOST_STEPS) return [text];
    const next = pending.pop()!;
    const [whole, plain, braced, fallback] = VARIABLE.exec(next) ?? [];
    const declared = values.get(plain ?? braced ?? '');
    const given = whole === undefined ? [] : [...(declared ?? []), ...readingsWithout(declared, fallback)];
    for (const value of given) pending.push(next.replace(whole!, () => value));
    if (given.length === 0 || !declared) done.add(next);
  }
  return [...done];
}

/** What a variable stands for where it has no value. */
function readingsWithout(declared: ReadonlySet<string> | undefined, fallback: string | undefined): string[] {
  if (fallback !== undefined) return [fallback];
  return declared ? [] : [''];
}
