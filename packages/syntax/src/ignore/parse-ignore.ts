import type { SyntaxFault } from '../dockerfile/tree.ts';
import type { SourceText } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { trimBlanks, trimStretch } from './blanks.ts';
import { LINE_BYTES, PATTERN_LENGTH } from './bounds.ts';
import { cleanPath } from './clean-path.ts';
import { compileGlob, type GlobFault } from './compile-glob.ts';
import type { IgnorePattern, IgnoreTree } from './tree.ts';

/**
 * Reads an ignore file. Never fails: what Docker would refuse is in `faults`, and the other lines are there all the same.
 * Source: moby/patternmatcher ignorefile.ReadAll, then New.
 */
export function parseIgnore(source: SourceText): IgnoreTree {
  const patterns: IgnorePattern[] = [];
  const comments: { text: string; span: Span }[] = [];
  const faults: SyntaxFault[] = [];
  const { text, lineStarts } = source;
  lineStarts.forEach((lineStart, index) => {
    const start = index === 0 && text.startsWith('\uFEFF') ? 1 : lineStart;
    const end = endOfLine(text, lineStarts[index + 1]);
    if (text[start] === '#') {
      comments.push({ text: trimBlanks(text.slice(start + 1, end)), span: { start, end } });
      return;
    }
    const span = trimStretch(text, start, end);
    if (span.start === span.end) return;
    if (isOverlong(text, lineStart, lineStarts[index + 1] ?? text.length)) {
      faults.push({ code: 'syntax/ignore-line-too-long', message: 'Docker refuses lines of 64 KiB and more.', span });
      return;
    }
    const { pattern, fault } = readPattern(text.slice(span.start, span.end), span);
    if (pattern) patterns.push(pattern);
    if (fault) faults.push(fault);
  });
  return { source, patterns, comments, faults };
}

function readPattern(text: string, span: Span): { pattern?: IgnorePattern; fault?: SyntaxFault } {
  const cleanedText = cleanText(text);
  const negated = cleanedText.startsWith('!');
  const cleaned = negated ? cleanedText.slice(1) : cleanedText;
  if (cleaned === '') {
    const message =
      text === '!' ? 'A "!" alone is no pattern.' : `"${text}" is no pattern: no path is left behind "!".`;
    return { fault: { code: 'syntax/ignore-lone-negation', message, span } };
  }
  const glob = compileGlob(cleaned);
  const pattern = { text, span, negated, cleaned };
  if (typeof glob !== 'string') return { pattern: { ...pattern, glob } };
  return { pattern, fault: { code: `syntax/ignore-pattern-${glob}`, message: GLOB_FAULTS[glob](text), span } };
}

const GLOB_FAULTS: Record<GlobFault, (text: string) => string> = {
  malformed: (text) =>
    `"${text}" is no valid pattern: a "[" needs its "]", and "\\" only quotes the character behind it (folders are separated by "/").`,
  'too-long': () => `The pattern is longer than any path (${PATTERN_LENGTH} characters) and was not looked at.`,
};

/** The reader cleans what stands behind `!`, then the matcher cleans all of it and looks for `!` itself: `/!a` is negated too. */
function cleanText(text: string): string {
  const inverted = text.startsWith('!');
  let path = inverted ? trimBlanks(text.slice(1)) : text;
  if (path !== '') path = cleanPath(path);
  if (path.length > 1 && path.startsWith('/')) path = path.slice(1);
  return cleanPath(trimBlanks(inverted ? `!${path}` : path));
}

function endOfLine(text: string, nextStart: number | undefined): number {
  if (nextStart === undefined) return text.length;
  const end = nextStart - 1;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** UTF-8 takes at most three bytes a code unit, so most lines need no counting. */
function isOverlong(text: string, start: number, end: number): boolean {
  if ((end - start) * 3 < LINE_BYTES) return false;
  const line = text.slice(start, end).replace(/\n$/, '');
  return new TextEncoder().encode(line).length >= LINE_BYTES;
}
