import type { Place, ShellCommand, ShellWord } from '@dockwarden-internal/syntax';
import type { CommandReading } from '../commands/read-command.ts';
import type { Maybe } from '../kernel/unsure.ts';
import type { Instruction } from './dockerfile.ts';

/** One simple command of a RUN (ONBUILD RUN included), wrappers such as sudo peeled off. */
export interface Command {
  readonly run: Instruction;
  readonly shell: ShellCommand;
  readonly reading: CommandReading;
  /** Position among `siblings`. */
  readonly index: number;
  /** All commands of the RUN, in textual order. */
  readonly siblings: readonly Command[];
}

/** A word with its place: an argument of a command or of an instruction. */
export interface Word {
  readonly text: string;
  /** Unresolved where it holds a variable that cannot be worked out. */
  readonly value: Maybe<string>;
  readonly place: Place;
  readonly shell?: ShellWord;
  /** True where it stands in the value of the variable that is written at its place. */
  readonly fromVariable?: true;
  /** What it is a word of. */
  readonly command?: Command;
  readonly instruction?: Instruction;
}

/** An option of a command (`-y`, `--no-install-recommends`) or a flag of an instruction (`--from=build`). */
export interface Flag {
  readonly name: string;
  readonly value: Maybe<string>;
  readonly place: Place;
  readonly valuePlace?: Place;
  /** As `Word.fromVariable`. */
  readonly fromVariable?: true;
  /** What it is given to. */
  readonly command?: Command;
  readonly instruction?: Instruction;
}
