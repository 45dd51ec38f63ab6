import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reachingOrThrowing } from '../support/reaching-registries.mjs';
import { runOk } from '../support/run-program.mjs';

/** One build at a time on a machine, whoever builds: two at once would only make each other's time limits run out. */
const TURNS = join(tmpdir(), 'build.lock');

/** Runs a program when its turn has come, which it waits for half an hour at most, and fails where it does; gives its standard output. */
export function inTurn(program, args, { limit, ...options }) {
  const wait = 30 * 60;
  return reachingOrThrowing(() =>
    runOk('flock', ['--timeout', String(wait), TURNS, program, ...args], {
      ...options,
      limit: limit + wait * 1000,
    }),
  );
}
