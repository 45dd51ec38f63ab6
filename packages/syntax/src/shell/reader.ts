import type { Span } from '../text/span.ts';
import type { LocatedText } from './located-text.ts';
import type {
  ShellAssignment,
  ShellBranch,
  ShellCommand,
  ShellEmbedding,
  ShellExpansion,
  ShellRedirect,
  ShellScope,
  ShellTree,
  ShellWord,
} from './tree.ts';

/** A command while the rest is still being read: links point at other drafts. */
export interface Draft {
  readonly words: readonly ShellWord[];
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  readonly span: Span;
  readonly wholeSpan: Span;
  readonly via: readonly string[];
  readonly joinedBy: Joiner | undefined;
  readonly removal: Span | undefined;
  readonly surroundings: Surroundings;
  readonly pipefail: boolean;
  piped: boolean;
  feeds: readonly Draft[];
}

export type Joiner = NonNullable<ShellCommand['joinedBy']>;

/** The shell process that runs a command, with the options that `set` changes. */
export interface ShellState {
  pipefail: boolean;
}

/** What a command has around it. */
export interface Surroundings {
  readonly text: LocatedText;
  readonly scope: number;
  readonly state: ShellState;
  readonly conditional: boolean;
  readonly branch: number;
  /** How many substitutions are around. */
  readonly substitutions: number;
  readonly within?: Draft;
  readonly via: readonly string[];
  /** Set in front of the shell that reads this text. */
  readonly assignments: readonly ShellAssignment[];
  /** The whole `sh -c "…"` around. */
  readonly outerSpan?: Span;
  readonly embedding?: ShellEmbedding;
  /** Of the groups around: `{ … } > file`. */
  readonly redirects?: readonly ShellRedirect[];
  readonly nesting: number;
  readonly shells: number;
}

/** All that is gathered while one body is read. */
export interface Reader {
  readonly drafts: Draft[];
  readonly faults: { readonly message: string; readonly span: Span }[];
  readonly expansions: ShellExpansion[];
  readonly scopes: ShellScope[];
  readonly branches: ShellBranch[];
  readonly braces: boolean;
  end?: Span;
  unread?: string;
}

export function newReader(braces: boolean): Reader {
  return { drafts: [], faults: [], expansions: [], scopes: [{ kind: 'body' }], branches: [{}], braces };
}

export function topSurroundings(text: LocatedText, pipefail: boolean): Surroundings {
  return {
    text,
    scope: 0,
    state: { pipefail },
    conditional: false,
    branch: 0,
    substitutions: 0,
    via: [],
    assignments: [],
    nesting: 0,
    shells: 0,
  };
}

/** Surroundings in a shell of its own. */
export function inNewScope(
  reader: Reader,
  around: Surroundings,
  kind: ShellScope['kind'],
  pipefail: boolean,
): Surroundings {
  reader.scopes.push({ kind, parent: around.scope });
  const inner = { ...around, scope: reader.scopes.length - 1, state: { pipefail }, nesting: around.nesting + 1 };
  if (kind !== 'substitution') return inner;
  // What a substitution prints goes into the text around it.
  const { redirects: _, ...alone } = inner;
  return alone;
}

/** Surroundings of what may not run; what it sets does not count afterwards. */
export function mayNotRun(around: Surroundings): Surroundings {
  return { ...around, conditional: true, state: { ...around.state }, nesting: around.nesting + 1 };
}

/** The same in a branch of its own. */
export function inBranch(reader: Reader, around: Surroundings): Surroundings {
  reader.branches.push({ parent: around.branch });
  return { ...mayNotRun(around), branch: reader.branches.length - 1 };
}

/** The parser is tolerant, but it recurses: hostile nesting can exhaust the stack. */
export function readSafely(reader: Reader, read: () => void): ShellTree {
  try {
    read();
  } catch (error) {
    reader.unread =
      error instanceof RangeError ? 'nesting too deep for the parser' : `the parser failed: ${String(error)}`;
  }
  return finish(reader);
}

function finish(reader: Reader): ShellTree {
  const indexes = new Map(reader.drafts.map((draft, index) => [draft, index]));
  const { faults, scopes, branches, end, unread } = reader;
  const expansions = [...reader.expansions].sort((a, b) => a.span.start - b.span.start);
  const commands = reader.drafts.map((draft) => commandOf(draft, indexes));
  const isWhole = end !== undefined && faults.length === 0 && unread === undefined;
  return {
    commands,
    faults,
    expansions,
    scopes,
    branches,
    ...(isWhole ? { end } : {}),
    ...(unread === undefined ? {} : { unread }),
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function commandOf(draft: Draft, indexes: ReadonlyMap<Draft, number>): ShellCommand {
  const { surroundings, feeds } = draft;
  const command: Mutable<ShellCommand> = {
    words: draft.words,
    assignments: draft.assignments,
    redirects: draft.redirects,
    span: draft.span,
    wholeSpan: draft.wholeSpan,
    via: draft.via,
    piped: draft.piped,
    conditional: surroundings.conditional,
    branch: surroundings.branch,
    substituted: surroundings.substitutions > 0,
    scope: surroundings.scope,
    pipefail: draft.pipefail,
  };
  if (draft.joinedBy) command.joinedBy = draft.joinedBy;
  if (draft.removal) command.removal = draft.removal;
  if (surroundings.embedding) command.embedding = surroundings.embedding;
  if (surroundings.redirects) command.groupRedirects = surroundings.redirects;
  if (surroundings.within) command.within = indexes.get(surroundings.within)!;
  if (feeds.length > 0) command.pipesInto = indexes.get(feeds[0]!)!;
  if (feeds.length > 1) command.feeds = feeds.map((fed) => indexes.get(fed)!);
  return command;
}
