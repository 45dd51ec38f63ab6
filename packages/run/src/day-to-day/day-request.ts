import { type OnSignal, type RunAttached, type RunProgram, runAttached, runProgram } from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { BuildEvent, BuildOptions, Surroundings } from '../build/build-options.ts';
import { worstExit } from '../worst-exit.ts';

/** Who sits before a program that is started, and how it is told to end. */
export interface Seat {
  /** Whether both its input and its output are a terminal. */
  readonly isTerminal: boolean;
  readonly onSignal: OnSignal;
  /** Says a line beside what the program says. */
  readonly say: (line: string) => void;
}

/** What is done with one image. */
export interface ImageRequest {
  /** Absolute. */
  readonly cwd: string;
  /** Name of the image, or of a project that has one. */
  readonly image: string;
  readonly surroundings: Surroundings;
  readonly seat: Seat;
  readonly projectSettings?: BuildOptions['projectSettings'];
  /** `last`: as it was last built, whatever has changed; a task runner has built it before. */
  readonly which?: 'current' | 'last';
  readonly onEvent?: (event: BuildEvent) => void;
}

/** The programs that are started; tests hand in their own. */
export interface Programs {
  readonly run: RunProgram;
  readonly attach: RunAttached;
}

export const PROGRAMS: Programs = { run: runProgram, attach: runAttached };

/** How it ended. */
export interface DayOutcome {
  /** That of the program which was started, or what the diagnostics stand for. */
  readonly exitCode: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute. */
  readonly root: string;
  /** What is to be printed on standard output. */
  readonly text?: string;
  /** What is to be printed on standard error: how a build went that failed. */
  readonly said?: string;
}

export function ended(root: string, diagnostics: readonly Diagnostic[], more: Partial<DayOutcome> = {}): DayOutcome {
  return { exitCode: worstExit(diagnostics.map(({ exit }) => exit)), diagnostics, root, ...more };
}
