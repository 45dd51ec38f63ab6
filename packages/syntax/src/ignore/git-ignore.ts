import { MAX_GIT_LINES, MAX_GIT_PATTERN } from './bounds.ts';
import { expressionMatcher } from './expression-matcher.ts';

export interface GitIgnore {
  /** Whether the last pattern that matches ignores or keeps the path (relative to the file's folder); undefined where none matches. */
  verdict(path: string, isFolder: boolean): 'ignored' | 'kept' | undefined;
}

/**
 * Reads a .gitignore. Patterns that Git would not match either (a class without end) are dropped.
 * Source: Git's documentation, gitignore, "Pattern format"; wildmatch for classes.
 */
export function parseGitIgnore(text: string): GitIgnore {
  const lines = text.replace(/^\uFEFF/, '').split('\n', MAX_GIT_LINES);
  const rules = lines.flatMap((line) => readRule(line) ?? []).reverse();
  return {
    verdict(path, isFolder) {
      const rule = rules.find(({ foldersOnly, matches }) => (isFolder || !foldersOnly) && matches(path));
      return rule && (rule.negated ? 'kept' : 'ignored');
    },
  };
}

interface Rule {
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  readonly matches: (path: string) => boolean;
}

function readRule(line: string): Rule | undefined {
  if (line.length > MAX_GIT_PATTERN) return undefined;
  // Blanks at the end count only behind a backslash.
  let pattern = line.replace(/\r$/, '').replace(/(?<!\\) +$/, '');
  if (pattern === '' || pattern.startsWith('#')) return undefined;
  const negated = pattern.startsWith('!');
  if (negated) pattern = pattern.slice(1);
  const foldersOnly = pattern.endsWith('/');
  if (foldersOnly) pattern = pattern.slice(0, -1);
  if (pattern === '') return undefined;
  const anchored = pattern.includes('/');
  const body = writeExpression(anchored ? pattern.replace(/^\//, '') : pattern);
  const matches = body === undefined ? undefined : expressionMatcher(`^${anchored ? '' : '(.*/)?'}${body}$`);
  return matches && { negated, foldersOnly, matches };
}

/** In the language of expressionMatcher. */
function writeExpression(pattern: string): string | undefined {
  let text = '';
  let i = 0;
  while (i < pattern.length) {
    const c = pattern[i]!;
    if (c === '*') {
      let end = i;
      while (pattern[end] === '*') end++;
      const atStart = i === 0 || pattern[i - 1] === '/';
      if (end - i > 1 && atStart && pattern[end] === '/') {
        text += '(.*/)?';
        end++;
      } else if (end - i > 1 && atStart && end === pattern.length) text += '.*';
      else text += '[^/]*';
      i = end;
    } else if (c === '[') {
      const found = readClass(pattern, i);
      if (!found) return undefined;
      text += found.text;
      i = found.end;
    } else if (c === '?') {
      text += '[^/]';
      i++;
    } else {
      const quoted = c === '\\' ? pattern[++i] : c;
      if (quoted === undefined) return undefined;
      text += quote(quoted);
      i++;
    }
  }
  return text;
}

/** A class never matches a slash, and may be negated by `!` as well as `^`. */
function readClass(pattern: string, start: number): { text: string; end: number } | undefined {
  let i = start + 1;
  const negated = pattern[i] === '!' || pattern[i] === '^';
  if (negated) i++;
  let body = '';
  for (let first = true; first || pattern[i] !== ']'; first = false) {
    if (i >= pattern.length) return undefined;
    const named = /^\[:[a-z]+:\]/.exec(pattern.slice(i, i + 16));
    if (named) {
      body += named[0];
      i += named[0].length;
      continue;
    }
    const isRange = pattern[i] === '-' && !first && pattern[i + 1] !== ']';
    if (pattern[i] === '\\') i++;
    body += isRange ? '-' : quote(pattern[i] ?? '');
    i++;
  }
  if (!negated && body === quote('/')) return undefined;
  return { text: negated ? `[^${body}/]` : `[${body}]`, end: i + 1 };
}

function quote(c: string): string {
  return /[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]/.test(c) ? `\\${c}` : c;
}
