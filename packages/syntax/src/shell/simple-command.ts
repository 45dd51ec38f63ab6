import type { Span } from '../text/span.ts';
import type { Draft } from './reader.ts';
import type { ScriptText } from './script-text.ts';
import type { ShellAssignment, ShellRedirect, ShellWord } from './tree.ts';

/** A simple command before wrappers are peeled off: its words, and by their number what only some readers ask for. */
export interface SimpleCommand {
  readonly words: readonly ShellWord[];
  /** Those in front of the command. */
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  /** What goes where the whole is taken out of its list. */
  readonly removal?: Span;
  /** A word's text as `sh -c` would read it. */
  script(word: number): ScriptText;
  /** A word as `NAME=value`, where it has that form. */
  assignment(word: number): ShellAssignment | undefined;
  /** The text that a redirect gives to standard input, for a heredoc and `<<<`. */
  input(redirect: number): ScriptText | undefined;
  /** Gathers the expansions and substitutions of a word; the latter belong to `within`. */
  visitWord(word: number, within?: Draft): void;
  visitRedirect(redirect: number, within?: Draft): void;
  visitAssignments(within?: Draft): void;
}

/** The program that a word names, without its folder; undefined where a variable decides. */
export function programOf(word: ShellWord | undefined): string | undefined {
  const value = word?.value;
  if (value === undefined) return undefined;
  const slash = value.lastIndexOf('/');
  return slash < 0 ? value : value.slice(slash + 1);
}
