import { productVersion } from '@dockwarden-internal/run';
import { hearSignals } from '@dockwarden-internal/run/day-to-day/hear-signals';
import { reasonOf } from '@dockwarden-internal/run/files/reason-of';
import { decodeText } from '@dockwarden-internal/workspace';
import { MAX_TEXT_BYTES } from '@dockwarden-internal/workspace/bounds';
import type { Io } from './io.ts';

/** The process's own terminal. Colour only on one that shows it; NO_COLOR and FORCE_COLOR are heeded. */
export function terminalIo(): Io {
  const { stdout, stderr, env } = process;
  const force = env['FORCE_COLOR'];
  const refused = force === '0' || force === 'false';
  const plain = (env['NO_COLOR'] ?? '') !== '' || refused;
  const forced = force !== undefined && !refused;
  return {
    cwd: process.cwd(),
    version: productVersion,
    out: (text) => write(stdout, text),
    error: (text) => write(stderr, text),
    readStdin,
    colour: !plain && (forced || (Boolean(stdout.isTTY) && env['TERM'] !== 'dumb')),
    env,
    interruption,
    // Standard input is opened where a command asks for it, which is dear.
    get terminal() {
      return Boolean(process.stdin.isTTY) && Boolean(stdout.isTTY);
    },
    onSignal: hearSignals(process),
    // A terminal that nobody has told its size, as in a container, says 0.
    ...(stdout.isTTY && stdout.columns > 0 && { columns: stdout.columns }),
    interactive: Boolean(stderr.isTTY) && !env['CI'] && env['TERM'] !== 'dumb',
    get ask() {
      return process.stdin.isTTY && stderr.isTTY && !env['CI'] ? ask : undefined;
    },
  };
}

async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question(question)).trim();
  } finally {
    lines.close();
  }
}

function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

function write(stream: NodeJS.WriteStream, text: string | Uint8Array): Promise<void> {
  if (text.length === 0) return Promise.resolve();
  return new Promise((resolve) => {
    stream.write(text, (error) => {
      // A reader that went away (`| head`) has what it wanted.
      if (!error || (error as NodeJS.ErrnoException).code === 'EPIPE') return resolve();
      process.stderr.write(`dockwarden: what it says cannot be written: ${reasonOf(error)}\n`);
      process.exit(3);
    });
  });
}

async function readStdin(): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += (chunk as Buffer).length;
    if (size > MAX_TEXT_BYTES) return undefined;
    chunks.push(chunk as Buffer);
  }
  return decodeText(Buffer.concat(chunks));
}
