import pico from 'picocolors';
import type { Masks } from '../masks.ts';
import { visibleText } from '../text/visible.ts';
import { hideSpans } from './hide-spans.ts';
import type { Hunk } from './hunks.ts';
import { hunksOf } from './hunks.ts';
import { lineChanges } from './line-changes.ts';

/** A file before and after; `before` is empty for one that is new. */
export interface ChangedText {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface DiffOptions {
  /** For a terminal: coloured, and with what `patch` needs of CRLF and byte order marks as pictures, too. */
  readonly color: boolean;
  /** What must not be printed, by the text that files had before. */
  readonly masks?: Masks;
  /** Unchanged lines around a change; 3 by default. */
  readonly context?: number;
}

/** The changes as a unified diff that `git apply` and `patch` take, unless something in it had to be masked or made visible. */
export function unifiedDiff(files: readonly ChangedText[], options: DiffOptions): string {
  return files.map((file) => fileDiff(file, options)).join('');
}

function fileDiff({ path, before, after }: ChangedText, { color, masks, context = 3 }: DiffOptions): string {
  const colors = pico.createColors(color);
  const old = linesOf(before);
  const changes = lineChanges(old, linesOf(after));
  if (changes.length === 0) return '';
  const from = linesOf(hideSpans(before, masks?.spansIn(before) ?? []));
  const to = linesOf(after).map((line) => masks?.hideAll(line, before) ?? line);
  const write = (sign: string, line: string, paint: (text: string) => string) =>
    line.endsWith('\n')
      ? `${paint(sign + shown(line.slice(0, -1), color))}\n`
      : `${paint(sign + shown(line, color))}\n\\ No newline at end of file\n`;
  const body = hunksOf(changes, context, old.length).map((hunk) => {
    const lines = hunkLines(hunk, from, to);
    const paints = { ' ': String, '-': colors.red, '+': colors.green };
    return `${colors.cyan(hunkHeader(hunk))}\n${lines.map(([sign, line]) => write(sign, line, paints[sign])).join('')}`;
  });
  const head = [`--- ${before === '' ? '/dev/null' : fileName('a', path)}`, `+++ ${fileName('b', path)}`];
  return `${head.map((line) => `${colors.bold(line)}\n`).join('')}${body.join('')}`;
}

/** Files end lines with CRLF and begin with a byte order mark of right; any other control character is a picture. */
function shown(line: string, color: boolean): string {
  const [, mark = '', text = '', end = ''] = color ? [line, '', line] : /^(\uFEFF?)(.*?)(\r?)$/s.exec(line)!;
  return mark + visibleText(text) + end;
}

type DiffLine = readonly [sign: ' ' | '-' | '+', line: string];

function hunkLines({ before, changes }: Hunk, from: readonly string[], to: readonly string[]): DiffLine[] {
  const lines: DiffLine[] = [];
  const add = (sign: DiffLine[0], some: readonly string[]) => {
    for (const line of some) lines.push([sign, line]);
  };
  let at = before.start;
  for (const change of changes) {
    add(' ', from.slice(at, change.before.start));
    add('-', from.slice(change.before.start, change.before.end));
    add('+', to.slice(change.after.start, change.after.end));
    at = change.before.end;
  }
  add(' ', from.slice(at, before.end));
  return lines;
}

/** `@@ -1,3 +1,4 @@`: a count of one is left out, an empty side names the line before it (POSIX diff -u). */
function hunkHeader({ before, after }: Hunk): string {
  const side = ({ start, end }: Hunk['before']) => {
    const count = end - start;
    return `${count === 0 ? start : start + 1}${count === 1 ? '' : `,${count}`}`;
  };
  return `@@ -${side(before)} +${side(after)} @@`;
}

/** A tab ends a name that has spaces in it, as patch wants it. */
function fileName(side: string, path: string): string {
  const name = path.startsWith('/') ? path : `${side}/${path}`;
  return visibleText(name) + (name.includes(' ') ? '\t' : '');
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
