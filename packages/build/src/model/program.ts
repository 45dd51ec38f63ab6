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
