/** Truth with a third value: `null` is "cannot be told". */
export type Kleene = true | false | null;

export function not(value: Kleene): Kleene {
  return value === null ? null : !value;
}

/** False wins over unknown, unknown over true. Stops at the first false. */
export function every<T>(items: readonly T[], test: (item: T) => Kleene): Kleene {
  let result: Kleene = true;
  for (const item of items) {
    const answer = test(item);
    if (answer === false) return false;
    if (answer === null) result = null;
  }
  return result;
}

/** True wins over unknown, unknown over false. Stops at the first true. */
export function some<T>(items: readonly T[], test: (item: T) => Kleene): Kleene {
  let result: Kleene = false;
  for (const item of items) {
    const answer = test(item);
    if (answer === true) return true;
    if (answer === null) result = null;
  }
  return result;
}
