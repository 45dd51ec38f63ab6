import type { DayOutcome, Seat } from '@dockwarden-internal/run/day-to-day/day-request';
import type { Io } from '../io.ts';
import { sayProblems } from './say-problems.ts';

/** The process's own terminal, for a program that is started on it. `before` takes away what is drawn there. */
export function seatOf({ terminal, onSignal, error }: Io, before: () => void = () => undefined): Seat {
  const say = (line: string) => {
    before();
    void error(`${line}\n`);
  };
  return { isTerminal: terminal, onSignal, say };
}

/** Prints how it ended; the exit code. */
export async function tellOutcome(outcome: DayOutcome, io: Io): Promise<number> {
  if (outcome.text !== undefined) await io.out(outcome.text);
  if (outcome.said !== undefined) await io.error(outcome.said);
  await sayProblems(outcome, io);
  return outcome.exitCode;
}
