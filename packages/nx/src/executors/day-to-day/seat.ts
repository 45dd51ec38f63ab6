import type { Seat } from '@dockwarden-internal/run';
import { hearSignals } from '@dockwarden-internal/run/day-to-day/hear-signals';

const onSignal = hearSignals(process);

/** The terminal or the pipes that Nx gave this process. Nx ends a task by a signal, which what was started is told of. */
export function seatOfTask(): Seat {
  return {
    isTerminal: Boolean(process.stdin.isTTY) && Boolean(process.stdout.isTTY),
    say: (line) => void process.stderr.write(`${line}\n`),
    onSignal,
  };
}
