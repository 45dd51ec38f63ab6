import { FRESH_FIX } from '../inference/task-inputs.ts';

/**
 * Gives every run with `--fix` a key of its own in Nx's cache. A fix changes the task's inputs, so an answer from the cache, perhaps
 * of a colleague's machine, would say "fixed" and change nothing. Nx has no way to leave the cache out for an option, but a plugin
 * may set the environment before tasks are hashed, and `FRESH_FIX` is an input of the target.
 */
export function sayFreshFix(argv: readonly string[]): void {
  if (argv.some((argument) => /^--fix(?:=(?!false$).*)?$/.test(argument))) {
    process.env[FRESH_FIX] = `${Date.now()}-${process.pid}`;
  }
}
