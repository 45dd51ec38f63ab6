import type { Seat } from '@dockwarden-internal/run';

type Listener = Parameters<Seat['onSignal']>[0];

const listeners = new Set<Listener>();
let isHeard = false;

/** The terminal or the pipes that Nx gave this process. Nx ends a task by a signal, which what was started is told of. */
export function seatOfTask(): Seat {
  return {
    isTerminal: Boolean(process.stdin.isTTY) && Boolean(process.stdout.isTTY),
    say: (line) => void process.stderr.write(`${line}\n`),
    onSignal(listener) {
      hear();
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function hear(): void {
  if (isHeard) return;
  isHeard = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (listeners.size === 0) process.exit(130);
      for (const each of [...listeners]) each(signal);
    });
}
