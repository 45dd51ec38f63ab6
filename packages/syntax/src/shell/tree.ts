import type { Span } from '../text/span.ts';

/** A shell body (RUN, `sh -c` string, heredoc) as the simple commands it holds, in textual order; all spans are in the source file. */
export interface ShellTree {
  readonly commands: readonly ShellCommand[];
  /** What the shell would refuse; `commands` then holds what could be read. */
  readonly faults: readonly { readonly message: string; readonly span: Span }[];
  /** Every expansion of a named variable in the body, in textual order: in words, tests, arithmetic, loops and heredocs. */
  readonly expansions: readonly ShellExpansion[];
  /** The shells that `ShellCommand.scope` counts; the first is the body itself. */
  readonly scopes: readonly ShellScope[];
  /** The branches that `ShellCommand.branch` counts, each with the one around it; the first is what runs always. */
  readonly branches: readonly ShellBranch[];
  /**
   * The last statement of the body, where ` && x` behind it runs wherever the whole succeeds, and changes nothing else. Absent where the
   * shell may end before, or in the background, and where `&&` would switch `set -e` off for what stands in front of it.
   */
  readonly end?: Span;
  /** Why some of the text was not read at all: it is over one of the bounds in `limits.ts`. Absent where all was read. */
  readonly unread?: string;
}

/** One simple command, wrappers such as sudo, env, exec, time or `sh -c` peeled off. */
export interface ShellCommand {
  /** The program's name first. Empty for a command of assignments alone. */
  readonly words: readonly ShellWord[];
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  /** Those of the groups around it, the innermost first: of `{ … } > file`, of `for … done > file`. Absent outside of any. */
  readonly groupRedirects?: readonly ShellRedirect[];
  /** From the first word of the program (wrappers left out) to the last word or redirect. */
  readonly span: Span;
  /** From the outermost wrapper or assignment; equals `span` without. Within `sh -c "…"` it is the whole `sh -c "…"`. */
  readonly wholeSpan: Span;
  /** Names of the wrappers peeled, outermost first: `sudo`, `env`, `sh -c`. */
  readonly via: readonly string[];
  /** True where its output goes into another command by `|` or `|&`. */
  readonly piped: boolean;
  /** The index (in `commands`) of the command that its output goes into: the first one, where that is a group. */
  readonly pipesInto?: number;
  /** All commands of the group that its output goes into: `a | (b; c)`. Absent where there is but one. */
  readonly feeds?: readonly number[];
  /** How it is joined to the textually previous command of the same list. Absent for the first. */
  readonly joinedBy?: '&&' | '||' | ';' | '|' | '&';
  /**
   * True under `if`, `||`, a loop, a case, a function: it may not run and the whole succeed all the same. In `a && b || c` that
   * goes for `b` too, unless `c` ends the shell.
   */
  readonly conditional: boolean;
  /**
   * The branch that it stands in: `then`, the body of a loop, what follows `||`. What is joined by `&&` or `;` is in the branch of what stands
   * before, since it runs where that was well.
   */
  readonly branch: number;
  /** What goes where it is taken out of its list: the command with one operator. Absent where the rest would not be the same list without it. */
  readonly removal?: Span;
  /** True inside `$(…)`, backticks or a process substitution. */
  readonly substituted: boolean;
  /** The index of the command that has the substitution among its words, assignments or redirects. */
  readonly within?: number;
  /** Separate shells are separate scopes: 0 for the body itself, other numbers within `( … )`, `sh -c` and substitutions. */
  readonly scope: number;
  /** True where `set -o pipefail`, or the option of the shell that reads it, is in force. */
  readonly pipefail: boolean;
  /** How the text around is quoted where it is not plain shell text; edits heed it (`mayInsert`). */
  readonly embedding?: ShellEmbedding;
}

/**
 * Where a command's text stands: in a string that `sh -c` or `eval` reads (`quoted`), in such a string within the exec form (`json`), as the
 * exec form's own strings (`argv`), or in text whose characters cannot be told apart in the source (`opaque`: spans are then those of the
 * whole word).
 */
export type ShellEmbedding = 'quoted' | 'json' | 'argv' | 'opaque';

export interface ShellWord {
  /** As written. */
  readonly text: string;
  /**
   * After quote removal, where nothing in it depends on the run: absent with `$x`, `$(…)` or braces that make several words of it. A glob
   * stays as written.
   */
  readonly value?: string;
  /** Quote-removed text with expansions left as written (`v$VERSION`); equals `value` where that is present. */
  readonly shown: string;
  /** Names of the variables it expands. */
  readonly variables: readonly string[];
  readonly quoted: boolean;
  readonly span: Span;
  /** True where an unquoted `*`, `?` or `[…]` makes it a file name pattern. */
  readonly glob?: true;
  /** What `{a,b}` makes of it, where no variable is involved and the shell knows braces. */
  readonly alternatives?: readonly string[];
}

export interface ShellAssignment {
  readonly name: string;
  readonly value?: string;
  /** Quote-removed, expansions as written; absent for an array. */
  readonly shown?: string;
  /** Names of the variables its value expands. */
  readonly variables: readonly string[];
  /** True for `export A=1`, `declare -x`, `env A=1 …` and in front of a command, which gets it. */
  readonly exported: boolean;
  readonly span: Span;
  readonly valueSpan: Span;
}

export interface ShellRedirect {
  /** `>`, `>>`, `<`, `<<<`, `<<`, `>&`, … */
  readonly operator: string;
  readonly target?: ShellWord;
  /** The file descriptor written in front: 2 of `2>`. */
  readonly fd?: number;
  /** The text of a heredoc. */
  readonly body?: { readonly text: string; readonly span: Span };
  readonly span: Span;
}

/** One `$NAME` or `${NAME…}`, also within arithmetic. Positional and special parameters are left out. */
export interface ShellExpansion {
  readonly name: string;
  /** True with `:-`, `-`, `:=`, `=`, `:+` or `+`: the shell has an answer without the variable. */
  readonly fallback: boolean;
  readonly span: Span;
}

export interface ShellBranch {
  /** Absent for what runs always. */
  readonly parent?: number;
}

export interface ShellScope {
  readonly kind: 'body' | 'subshell' | 'substitution' | 'shell';
  /** The scope that started it; absent for the body. */
  readonly parent?: number;
}
