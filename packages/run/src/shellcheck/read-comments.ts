/** One remark of ShellCheck. Lines and columns count from 1, columns in characters; the end is behind the last. */
export interface ShellComment {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
  readonly level: 'error' | 'warning' | 'info' | 'style';
  readonly code: number;
  readonly message: string;
}

const LEVELS: ReadonlySet<unknown> = new Set(['error', 'warning', 'info', 'style']);

/** Reads `shellcheck --format=json1`; undefined for what is none. Source: ShellCheck's manual, "Formats". */
export function readComments(output: string): readonly ShellComment[] | undefined {
  let report: unknown;
  try {
    report = JSON.parse(output);
  } catch {
    return undefined;
  }
  const comments = (report as { comments?: unknown } | null)?.comments;
  return Array.isArray(comments) ? comments.filter(isComment) : undefined;
}

function isComment(value: unknown): value is ShellComment {
  const { file, line, endLine, column, endColumn, level, code, message } = (value ?? {}) as Record<string, unknown>;
  const counts = [line, endLine, column, endColumn, code];
  return (
    typeof file === 'string' &&
    typeof message === 'string' &&
    LEVELS.has(level) &&
    counts.every((count) => Number.isSafeInteger(count) && (count as number) > 0)
  );
}
