import type { Draft } from './reader.ts';
import type { ScriptText } from './script-text.ts';
import type { ShellAssignment, ShellRedirect, ShellWord } from './tree.ts';

/** A word of a command, with what is needed to read it as a script or as an assignment of its own. */
export interface Piece {
  readonly word: ShellWord;
  /** The word's text as `sh -c` would read it. */
  script(): ScriptText;
  /** The word as `NAME=value`, where it has that form. */
  assignment(): ShellAssignment | undefined;
  /** Gathers the expansions and substitutions within it; the latter belong to `within`. */
  visit(within?: Draft): void;
}

/** A simple command before wrappers are peeled off. */
export interface SimpleCommand {
  readonly pieces: readonly Piece[];
  /** Those in front of the command. */
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly RedirectPiece[];
  /** As for pieces, for the assignments in front. */
  visitAssignments(within?: Draft): void;
}

export interface RedirectPiece {
  readonly redirect: ShellRedirect;
  /** The text that it gives to standard input, for a heredoc and `<<<`. */
  input(): ScriptText | undefined;
  visit(within?: Draft): void;
}

/** The program that a word names, without its folder; undefined where a variable decides. */
export function programOf(piece: Piece | undefined): string | undefined {
  const value = piece?.word.value;
  return value === undefined ? undefined : value.slice(value.lastIndexOf('/') + 1);
}
