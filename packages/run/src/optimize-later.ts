/**
 * Bytecode that a function runs before V8 weighs optimizing it: eight to sixteen times the usual. Most runs end before
 * optimized code has paid for its making, which takes half of the processor's time; thousands of files still get it.
 */
const interruptBudget = 1 << 20;

/**
 * For a process that lints many files and ends: it says so to V8, for all of the process. Code that was kept under other
 * flags is no longer taken, node's own of its modules included, so that a run of a few files is better off without.
 */
export function optimizeLater(): void {
  // The V8 of Node 22 and later has no such flag, would say so on standard error, and optimizes in a cheaper step first.
  if (!process.versions.v8.startsWith('11.')) return;
  process.getBuiltinModule('node:v8').setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
}
