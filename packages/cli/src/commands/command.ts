import type { CommandSpec, OptionValues } from '../arguments/option-entry.ts';
import type { Io } from '../io.ts';

export interface Invocation {
  readonly operands: readonly string[];
  readonly values: OptionValues;
  readonly io: Io;
}

/** A command: what it takes, and what it does; its exit code is the command line's contract. */
export interface Command {
  readonly spec: CommandSpec;
  readonly run: (invocation: Invocation) => Promise<number>;
}
