import type { Place, Span } from '@dockwarden-internal/syntax';
import { checkSkip } from './buildkit-suppression.ts';
import { nearlySuppressed, ownSuppressions } from './own-suppression.ts';
import { peerSuppressions } from './peer-suppressions.ts';

/** The tools whose comments are read. */
export const COMMENT_TOOLS = [
  'dockwarden',
  'hadolint',
  'buildkit',
  'checkov',
  'trivy',
  'kics',
  'dclint',
  'semgrep',
] as const;

/**
 * What one comment switches off. A comment may hold several: `# hadolint ignore=DL3002 trivy:ignore:DS-0002`.
 * Whether anything is in fact suppressed is decided by the engine.
 */
export interface Suppression {
  readonly tool: (typeof COMMENT_TOOLS)[number];
  /** As written, each with its place. */
  readonly ids: readonly SuppressedId[];
  /** True where it names no ids and means every finding of the tool. */
  readonly everything: boolean;
  readonly scope: SuppressionScope;
  /** A date as written: `2027-02-28`. */
  readonly until?: string;
  readonly owner?: string;
  readonly reason?: string;
  /** Words that are no option of ours and look like one; with such a word a comment silences nothing. */
  readonly unread?: readonly SuppressedId[];
}

export interface SuppressedId {
  readonly id: string;
  readonly span: Span;
}

/**
 * `instruction`: the next instruction (in YAML the next line). `next`: the same, and above a FROM its whole stage.
 * `line`: what stands on the comment's own line. `stage`: the stage of the FROM below. `file`: all of it.
 */
export type SuppressionScope = 'next' | 'instruction' | 'line' | 'stage' | 'file';

/** No suppression is longer; what stands further right in a comment is not read, so that a hostile line costs nothing. */
const LONGEST = 4096;

/** The suppressions in one comment, of a Dockerfile or a YAML file; the place begins at its `#`. */
export function suppressionsIn(comment: Place): readonly Suppression[] {
  const text = comment.source.text.slice(comment.span.start, Math.min(comment.span.end, comment.span.start + LONGEST));
  if (!/ignore|skip|disable|nosem/i.test(text)) return [];
  const body = { text, offset: comment.span.start };
  return [...ownSuppressions(body), ...checkSkip(body, 'instruction'), ...peerSuppressions(body)];
}

/** Of a comment that looks like one of ours and is none: the words behind its keyword, and how that is written. */
export function nearSuppression(comment: Place): ReturnType<typeof nearlySuppressed> {
  const text = comment.source.text.slice(comment.span.start, Math.min(comment.span.end, comment.span.start + LONGEST));
  return nearlySuppressed({ text, offset: comment.span.start });
}

/** The suppression of a `# check=` directive, which holds for the file; the place is that of the whole line. */
export function directiveSuppressions(line: Place): readonly Suppression[] {
  const text = line.source.text.slice(line.span.start, Math.min(line.span.end, line.span.start + LONGEST));
  return checkSkip({ text, offset: line.span.start }, 'file');
}
