import type { EndSignal, OnSignal } from '@dockwarden-internal/build/model/program';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const satisfies readonly EndSignal[];

/** The process that signals come to. */
interface Hearing {
  readonly on: (signal: EndSignal, heard: () => void) => unknown;
  readonly exit: (code: number) => unknown;
}

/** From the first listener on signals go to those that listen; where nobody does any more, they end the process. */
export function hearSignals(process: Hearing): OnSignal {
  const listeners = new Set<(signal: EndSignal) => void>();
  let isHeard = false;
  return (listener) => {
    if (!isHeard) {
      isHeard = true;
      for (const signal of SIGNALS)
        process.on(signal, () => {
          if (listeners.size === 0) process.exit(130);
          for (const each of [...listeners]) each(signal);
        });
    }
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
}
