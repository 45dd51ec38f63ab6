/** What was worked out of each node, by the function that did. One weak table for all: entering a node there is dear. */
const answers = new WeakMap<object, Map<object, unknown>>();

/** Lets go of what was worked out of nodes; it is worked out again where somebody asks. */
export function forget(nodes: Iterable<object>): void {
  for (const node of nodes) answers.delete(node);
}

/** Computes a derived fact once per node, however many policies ask. */
export function memo<N extends object, T>(compute: (node: N) => T): (node: N) => T {
  return (node) => {
    let known = answers.get(node);
    if (!known) {
      known = new Map();
      answers.set(node, known);
    }
    const answer = known.get(compute);
    if (answer !== undefined || known.has(compute)) return answer as T;
    const computed = compute(node);
    known.set(compute, computed);
    return computed;
  };
}
