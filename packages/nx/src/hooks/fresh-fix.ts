import { FRESH_FIX } from '../inference/task-inputs.ts';

/**
 * Gives every run with `--fix` a key of its own in Nx's cache. A fix changes the task's inputs, so an answer from the cache, perhaps
 * of a colleague's machine, would say "fixed" and change nothing. Nx has no way to leave the cache out for an option, but a plugin
 * may set the environment before tasks are hashed, and `FRESH_FIX` is an input of the target. The same for a run whose command line names files.
 */
export function sayFreshFix(argv: readonly string[]): void {
  if (argv.some((argument) => /^--fix(?:=(?!false$).*)?$/.test(argument)) || namesFiles(argv)) {
    process.env[FRESH_FIX] = `${Date.now()}-${process.pid}`;
  }
}

/**
 * Whether the command line names files that are no inputs, since nobody knew of them when tasks were inferred. Packs by a name alone come with the
 * product or are installed; `--files` of `nx affected` is an option of Nx.
 */
function namesFiles(argv: readonly string[]): boolean {
  const isAffected = argv.includes('affected');
  return argv.some((argument, at) => {
    const [, option, value = argv[at + 1] ?? ''] = /^--(config|pack|files)(?:=(.*))?$/.exec(argument) ?? [];
    if (option === 'pack') return /^[.@/]|\.ya?ml$/.test(value);
    return option === 'config' || (option === 'files' && !isAffected);
  });
}
