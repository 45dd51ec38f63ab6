import { progressLine } from '@dockwarden-internal/report';
import type { Io } from '../io.ts';

/** Runs shorter than this draw nothing: milliseconds. */
const patience = 400;
const interval = 80;

/** Progress of a long run on a terminal's standard error; nothing in CI or where it goes to a file. */
export function drawProgress(
  io: Io,
  what = 'files',
): {
  readonly update: (done: number, total: number) => void;
  readonly clear: () => void;
} {
  if (!io.interactive) return { update: () => undefined, clear: () => undefined };
  const started = Date.now();
  let last = 0;
  let drawn = false;
  return {
    update: (done, total) => {
      const now = Date.now();
      if (now - started < patience || now - last < interval) return;
      last = now;
      drawn = true;
      void io.error(`\r${progressLine({ done, total, what, columns: io.columns ?? 80 })}`);
    },
    clear: () => {
      if (drawn) void io.error(`\r${' '.repeat((io.columns ?? 80) - 1)}\r`);
    },
  };
}
