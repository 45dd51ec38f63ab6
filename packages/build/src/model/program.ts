/** How programs (docker, git, trivy) are started: without a shell, with a time limit. Handed in, so that tests stand in for them. */
export type RunProgram = (program: string, args: readonly string[], options?: ProgramOptions) => Promise<ProgramResult>;

export interface ProgramOptions {
  readonly cwd?: string;
  /** Laid over the environment of the process; undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string | Uint8Array;
  /** Milliseconds; after it the program is asked to end, then made to. */
  readonly timeout?: number;
  /** Ends the program when the run is interrupted. */
  readonly signal?: AbortSignal;
  /** Whole lines of standard error, as they come. */
  readonly onErrorLine?: (line: string) => void;
  /** Whole lines of standard output, as they come. */
  readonly onOutputLine?: (line: string) => void;
}

export interface ProgramResult {
  /** Exit code; -1 where the program was ended by a signal. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Why there is no exit code. */
  readonly failure?: 'missing' | 'timeout' | 'interrupted';
}

/** What asks a program to end. */
export type EndSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** Hears what asks this process to end, from the first listener on instead of its ending; what it returns takes the listener away. */
export type OnSignal = (listener: (signal: EndSignal) => void) => () => void;

/** How a program is started that somebody watches: it has the terminal, or the pipes, of this process. No shell, no time limit. */
export type RunAttached = (
  program: string,
  args: readonly string[],
  options: AttachedOptions,
) => Promise<AttachedResult>;

export interface AttachedOptions {
  readonly cwd?: string;
  /** Laid over the environment of the process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it reads what this process is given. */
  readonly input: boolean;
  /** Whether a terminal tells it of Ctrl-C itself; otherwise signals are handed on to it. */
  readonly terminal: boolean;
  readonly onSignal: OnSignal;
  /** What is done about a second signal, and each further one. */
  readonly again?: () => void;
}

export interface AttachedResult {
  /** Its exit code; 128 and the signal's number where a signal ended it, 127 where it is not there. */
  readonly code: number;
  /** Whether it was asked to end. */
  readonly interrupted: boolean;
}
