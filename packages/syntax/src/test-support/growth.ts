/** What looks once at each character of a text, or at each of many things, costs ten times as much for ten times as many; what begins anew at each a hundred times. */
export const MOST_GROWTH = 30;

/** Microseconds below which what is measured is mostly the noise of measuring. */
const NOISE = 10_000;

/** How often a cost is measured anew that something else on the machine may have raised. */
const TRIES = 3;

/**
 * How much more of the processor it costs to do an amount of work than a tenth of it, by the best of a few tries. Not seconds: a machine that is
 * slow, or busy with something else, answers the same.
 */
export async function growth(amount: number, work: (amount: number) => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES && best >= MOST_GROWTH; tried++) {
    const tenth = await costOf(() => work(amount / 10));
    const whole = await costOf(() => work(amount));
    best = Math.min(best, whole / Math.max(tenth, NOISE));
  }
  return best;
}

async function costOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
