/**
 * Bytecode that a function runs before V8 weighs optimizing it: eight to sixteen times the usual. Most runs end before
 * optimized code has paid for its making, which takes half of the processor's time; thousands of files still get it.
 */
const interruptBudget = { flag: 'interrupt-budget', ours: 1 << 20, usual: 66 << 10 };

/**
 * By how much the heap may grow before the old of it is collected, in percent of what was alive: usually up to three times as
 * much (0 leaves it to V8). Facts of a file are let go once it is linted, so that most of a grown heap is dead.
 */
const heapGrowth = { flag: 'heap-growing-percent', ours: 120, usual: 0 };

/** What V8 calls code that was made under the flags that the process began with; undefined while they are as they were. */
let flagsAtStart: number | undefined;

/**
 * For a process that lints and ends: it says so to V8, for all of the process. Code that was kept under other flags is no
 * longer taken then, node's own of its modules included, so that a run of a few files is better off without.
 */
export function optimizeLater(): void {
  const v8 = process.getBuiltinModule('node:v8');
  flagsAtStart ??= v8.cachedDataVersionTag();
  for (const { flag, ours } of settings()) v8.setFlagsFromString(`--${flag}=${ours}`);
}

/** Undoes it at the end, so that code can be kept for processes under the usual flags; false where V8 does not agree that it is undone. */
export function usualFlags(): boolean {
  if (flagsAtStart === undefined) return true;
  const v8 = process.getBuiltinModule('node:v8');
  for (const { flag, usual } of settings()) v8.setFlagsFromString(`--${flag}=${usual}`);
  return v8.cachedDataVersionTag() === flagsAtStart;
}

/** The V8 of Node 22 and later has no such budget, would say so on standard error, and optimizes in a cheaper step first. */
function settings() {
  return process.versions.v8.startsWith('11.') ? [heapGrowth, interruptBudget] : [heapGrowth];
}
