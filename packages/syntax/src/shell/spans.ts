import type { Span } from '../text/span.ts';
import { spanOver } from './located-text.ts';
import type { SimpleCommand } from './simple-command.ts';

/** From a command's program to its last word or redirect. */
export function ownSpan(command: SimpleCommand, from: number, to: number): Span {
  if (from >= to) return wholeSpan(command);
  const first = command.words[from]!.span;
  let span = to - from === 1 ? first : spanOver(first, command.words[to - 1]!.span);
  if (to < command.words.length) return span;
  for (const redirect of command.redirects)
    if (redirect.span.start >= first.start) span = spanOver(span, redirect.span);
  return span;
}

/** From the first assignment, word or redirect to the last. */
export function wholeSpan({ assignments, words, redirects }: SimpleCommand): Span {
  let span: Span | undefined;
  for (const assignment of assignments) span = span ? spanOver(span, assignment.span) : assignment.span;
  for (const word of words) span = span ? spanOver(span, word.span) : word.span;
  for (const redirect of redirects) span = span ? spanOver(span, redirect.span) : redirect.span;
  return span ?? { start: 0, end: 0 };
}
