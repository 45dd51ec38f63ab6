import { oneLine } from '@dockwarden-internal/report';
import type { BuildEvent } from '@dockwarden-internal/run/build/build-options';
import type { Io } from '../io.ts';

/** Rows that bars may take of a terminal. */
const mostRows = 12;
const interval = 100;
const barWidth = 20;

export interface BuildProgress {
  readonly onEvent: (event: BuildEvent) => void;
  /** Takes the bars away, before anything else is printed. */
  readonly end: () => void;
}

/** What is told while images are built: bars on a terminal, plain lines elsewhere; with `verbose` also what the builds print. */
export function buildProgress(
  io: Io,
  { quiet, verbose }: { readonly quiet: boolean; readonly verbose: boolean },
): BuildProgress {
  if (quiet) return { onEvent: () => undefined, end: () => undefined };
  return io.interactive && !verbose ? bars(io) : lines(io, verbose);
}

/** One line for each step that ended; steps from the cache are not worth one. */
function lines(io: Io, verbose: boolean): BuildProgress {
  const say = (line: string) => void io.error(`${line}\n`);
  return {
    onEvent: (event) => {
      switch (event.kind) {
        case 'preparing':
          say(`prepare: ${oneLine(event.command)}`);
          break;
        case 'prepare line':
          say(`prepare | ${event.line}`);
          break;
        case 'planned':
          if (event.toBuild.length > 0)
            say(`building ${event.toBuild.length} of ${event.images.length}: ${event.toBuild.join(', ')}`);
          break;
        case 'step':
          if (!event.internal && (event.state === 'done' || event.state === 'failed'))
            say(
              `${event.image}: ${oneLine(event.step)}${event.seconds === undefined ? '' : ` (${event.seconds.toFixed(1)} s)`}${event.state === 'failed' ? ' failed' : ''}`,
            );
          break;
        case 'log':
          if (verbose) say(`${event.image} | ${event.line}`);
          break;
        case 'again':
          say(`building again what a failure cancelled: ${event.images.join(', ')}`);
          break;
        default:
      }
    },
    end: () => undefined,
  };
}

interface Bar {
  done: number;
  known: number;
  step: string;
}

function bars(io: Io): BuildProgress {
  const shown = new Map<string, Bar>();
  let rows = 0;
  let last = 0;
  const clear = () => {
    if (rows > 0) void io.error(`\u001b[${rows}A\u001b[0J`);
    rows = 0;
  };
  const draw = () => {
    clear();
    const width = Math.max(20, (io.columns || 80) - 1);
    const name = Math.max(...[...shown.keys()].map((image) => image.length));
    const all = [...shown].slice(-mostRows).map(([image, bar]) => barLine(image.padEnd(name), bar).slice(0, width));
    if (all.length === 0) return;
    rows = all.length;
    void io.error(`${all.join('\n')}\n`);
  };
  return {
    onEvent: (event) => {
      if (event.kind === 'preparing') void io.error(`prepare: ${oneLine(event.command)}\n`);
      if (event.kind === 'prepare line') void io.error(`prepare | ${event.line}\n`);
      if (event.kind === 'progress' || event.kind === 'step') {
        const bar = shown.get(event.image) ?? { done: 0, known: 0, step: '' };
        shown.set(event.image, bar);
        if (event.kind === 'progress') Object.assign(bar, { done: event.done, known: event.known });
        else if (event.state === 'started' && !event.internal) bar.step = oneLine(event.step);
      } else if (event.kind !== 'finished') return;
      const now = Date.now();
      if (now - last < interval) return;
      last = now;
      draw();
    },
    end: clear,
  };
}

function barLine(image: string, { done, known, step }: Bar): string {
  const filled = known === 0 ? 0 : Math.round((done / known) * barWidth);
  return `${image} ${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${done}/${known} ${step}`;
}
