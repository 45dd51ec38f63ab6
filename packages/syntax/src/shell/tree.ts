import type { Span } from '../text/span.ts';

/** A shell body (RUN, `sh -c` string, heredoc) as the simple commands it holds, in textual order; all spans are in the source file. */
export interface ShellTree {
  readonly commands: readonly ShellCommand[];
  /** What the shell would refuse; `commands` then holds what could be read. */
  readonly faults: readonly { readonly message: string; readonly span: Span }[];
}

/** One simple command, wrappers such as sudo, env, exec, time or `sh -c` peeled off. */
export interface ShellCommand {
  /** The program's name first. Empty for a command of assignments alone. */
  readonly words: readonly ShellWord[];
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  /** From the first word of the program (wrappers left out) to the last word or redirect. */
  readonly span: Span;
  /** From the outermost wrapper or assignment; equals `span` without. */
  readonly wholeSpan: Span;
  /** Names of the wrappers peeled, outermost first: `sudo`, `env`, `sh -c`. */
  readonly via: readonly string[];
  /** True where its output goes into another command by `|` or `|&`. */
  readonly piped: boolean;
  /** The index (in `commands`) of the command that its output goes into. */
  readonly pipesInto?: number;
  /** How it is joined to the textually previous command of the same list. */
  readonly joinedBy?: '&&' | '||' | ';' | '|' | '&';
  /** True under `if`, `||`, a loop, a case, a function: it may not run. */
  readonly conditional: boolean;
  /** True inside `$(…)`, backticks or a process substitution. */
  readonly substituted: boolean;
  /** Separate shells are separate scopes: 0 for the body itself, other numbers within `( … )`, `sh -c` and substitutions. */
  readonly scope: number;
}

export interface ShellWord {
  /** As written. */
  readonly text: string;
  /** After quote removal, where nothing in it depends on the run: absent with `$x`, `$(…)` or a glob that matters not. */
  readonly value?: string;
  /** Quote-removed text with expansions left as written (`v$VERSION`); equals `value` where that is present. */
  readonly shown: string;
  /** Names of the variables it expands. */
  readonly variables: readonly string[];
  readonly quoted: boolean;
  readonly span: Span;
}

export interface ShellAssignment {
  readonly name: string;
  readonly value?: string;
  readonly exported: boolean;
  readonly span: Span;
  readonly valueSpan: Span;
}

export interface ShellRedirect {
  /** `>`, `>>`, `<`, `<<<`, `<<`, `>&`, … */
  readonly operator: string;
  readonly target?: ShellWord;
  readonly span: Span;
}
