import type { SourceText } from '../text/source.ts';
import type { Span } from '../text/span.ts';

/**
 * A Dockerfile as BuildKit's parser reads it, every part with its place in the source.
 * Source: Dockerfile reference, "Format"; moby/buildkit frontend/dockerfile/parser.
 */
export interface DockerfileTree {
  readonly source: SourceText;
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  readonly comments: readonly CommentNode[];
  readonly instructions: readonly InstructionNode[];
  /** What BuildKit's parser or its instruction checks would refuse. */
  readonly faults: readonly SyntaxFault[];
}

/** `# syntax=`, `# escape=` or `# check=` in the first lines. */
export interface Directive {
  readonly name: 'syntax' | 'escape' | 'check';
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

export interface CommentNode {
  /** From `#` to the end of the line. */
  readonly span: Span;
  /** Without `#` and the blanks around. */
  readonly text: string;
  /** Line number, from 1. */
  readonly line: number;
  /** True within a continued instruction or between its lines. */
  readonly inside: boolean;
}

/**
 * One instruction's text with continuations joined, comments and blank lines inside it dropped, and heredoc bodies left out;
 * each of its offsets leads back to the source.
 */
export interface LogicalText {
  readonly text: string;
  /** Source offset of a logical offset. */
  offset(logical: number): number;
  /** Source span of a logical stretch. A stretch over several lines covers all that lies between. */
  span(start: number, end: number): Span;
}

export interface InstructionNode {
  /** In lower case: `from`, `run`, …, also where BuildKit does not know it. */
  readonly keyword: string;
  /** As written. */
  readonly keywordText: string;
  readonly keywordSpan: Span;
  /** From the keyword to the end of the instruction's own text; heredoc bodies are not part of it. */
  readonly span: Span;
  /** First and last line, heredoc bodies and terminators included; from 1. */
  readonly line: number;
  readonly endLine: number;
  readonly logical: LogicalText;
  readonly flags: readonly FlagNode[];
  /** Logical offsets of what follows keyword and flags, blanks trimmed on both ends. */
  readonly argsStart: number;
  readonly argsEnd: number;
  /** Source span of the same (empty at the end of the instruction where nothing follows). */
  readonly argsSpan: Span;
  /** The strings of the JSON (exec) form, also where BuildKit refuses it for what is no string; absent for the shell form. */
  readonly json?: readonly JsonString[];
  /** Those of an ONBUILD are its trigger's too. */
  readonly heredocs: readonly HeredocNode[];
  /** Lines with nothing on them in the middle of a continuation, which BuildKit warns about. */
  readonly emptyContinuations: readonly Span[];
  /** The instruction that an ONBUILD holds; its logical offsets are into the same text. */
  readonly trigger?: InstructionNode;
}

/** `--name=value` between keyword and arguments. */
export interface FlagNode {
  /** With its dashes: `--from`. */
  readonly name: string;
  /** Without quotes and escapes, as BuildKit reads it; absent for `--link`. */
  readonly value?: string;
  readonly span: Span;
  /** The value as written, quotes included. */
  readonly valueSpan?: Span;
  /** Source offset of each character of `value`, only where quotes, escapes or a line break make it differ from the text at `valueSpan`. */
  readonly valueOffsets?: readonly number[];
}

export interface JsonString {
  readonly value: string;
  /** Quotes included. */
  readonly span: Span;
}

export interface HeredocNode {
  readonly name: string;
  /** True where variables are expanded (the name is not quoted). */
  readonly expand: boolean;
  /** True for `<<-`: leading tabs are dropped. */
  readonly chomp: boolean;
  /** File descriptor of a shell heredoc, 0 without one. */
  readonly fd: number;
  /** The body's lines without the terminator, as they stand in the source. */
  readonly bodySpan: Span;
  /** The body as BuildKit hands it on: tabs dropped for `<<-`. */
  readonly content: string;
}

export interface SyntaxFault {
  /** `syntax/…`: stable name of the kind of fault. */
  readonly code: string;
  /** One sentence with what was probably meant, where that can be told. */
  readonly message: string;
  readonly span: Span;
  /**
   * Set where BuildKit reads the file without complaint and refuses later: `trigger` when an image is built on this one and the ONBUILD
   * fires, `build` when the instruction's turn comes.
   */
  readonly later?: 'trigger' | 'build';
}

/** A blank-separated word of an instruction, as BuildKit splits them. */
export interface WordNode {
  /** As written, quotes and escapes included. */
  readonly text: string;
  readonly span: Span;
}

/** `name=value` of ENV, LABEL, ARG (or the old `ENV name value`). */
export interface NameValueNode {
  readonly name: string;
  readonly nameSpan: Span;
  /** As written, quotes included; absent for `ARG name`. */
  readonly value?: string;
  readonly valueSpan?: Span;
  readonly span: Span;
  /** True for `ENV name value`, with a blank instead of `=`. */
  readonly legacy: boolean;
}

/** The parts of a FROM. */
export interface FromNode {
  readonly image?: WordNode;
  readonly as?: { readonly keyword: WordNode; readonly name: WordNode };
}
