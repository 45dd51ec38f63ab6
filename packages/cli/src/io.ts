import type { OnSignal } from '@dockwarden-internal/build/model/program';

/** What a command may touch of the terminal. */
export interface Io {
  readonly cwd: string;
  readonly version: string;
  /** Writes text, or its UTF-8, to standard output and waits until it is taken, so that nothing is lost at exit, whatever its size. */
  readonly out: (text: string | Uint8Array) => Promise<void>;
  readonly error: (text: string) => Promise<void>;
  /** All of standard input; undefined where it is larger than a text may be. */
  readonly readStdin: () => Promise<string | undefined>;
  readonly colour: boolean;
  /** Of the terminal; absent where output goes elsewhere. */
  readonly columns?: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Says when the user interrupts: from the first call on, an interruption no longer ends the process by itself. */
  readonly interruption: () => AbortSignal;
  /** True where both input and output are a terminal, so that a program that is started can have it. */
  readonly terminal: boolean;
  /** Hears what asks this process to end, which then no longer ends by itself; without a listener it ends all the same. */
  readonly onSignal: OnSignal;
  /** True where progress may be drawn on standard error. */
  readonly interactive: boolean;
  /** Asks somebody who sits at the terminal, one line; absent where nobody does. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
}
