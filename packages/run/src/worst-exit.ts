/** What the parts of a run end with; 130: it was interrupted. */
export type ExitPart = 0 | 1 | 2 | 3 | 130;

const order = [130, 2, 3, 1] as const;

/** The exit code of a run by those of its parts: 2 for what was asked or configured wrongly, over 3 for what the surroundings lack, over 1. */
export function worstExit<E extends ExitPart>(parts: Iterable<E>): E | 0 {
  const all = new Set<ExitPart>(parts);
  return (order.find((exit) => all.has(exit)) ?? 0) as E | 0;
}
