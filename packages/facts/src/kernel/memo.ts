/** Computes a derived fact once per node, however many policies ask. */
export function memo<N extends object, T>(compute: (node: N) => T): (node: N) => T {
  const answers = new WeakMap<N, { readonly answer: T }>();
  return (node) => {
    const hit = answers.get(node);
    if (hit) return hit.answer;
    const answer = compute(node);
    answers.set(node, { answer });
    return answer;
  };
}
