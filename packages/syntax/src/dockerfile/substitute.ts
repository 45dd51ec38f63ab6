import { EXPANSION_LIMIT, WILDCARD_CELLS } from './expansion-limits.ts';
import { parseWildcard, wildcardMatcher } from './wildcard.ts';

/** What an operator makes of a variable's value; `unknown` where working it out would take too long. */
export type Substituted = { readonly value: string } | { readonly failure: string } | 'unknown';

/** `${name#pattern}`, `##`, `%`, `%%`. Source: trimPrefix and trimSuffix in moby/buildkit frontend/dockerfile/shell/lex.go. */
export function trimMatch(sign: '#' | '%', greedy: boolean, pattern: string, value: string): Substituted {
  if (sign === '#') return trimPrefix(pattern, Array.from(value), greedy);
  // The shortest match at the end is the shortest at the start of the reversed value.
  const trimmed = trimPrefix(reversedPattern(pattern), Array.from(value).reverse(), greedy);
  return typeof trimmed === 'object' && 'value' in trimmed
    ? { value: Array.from(trimmed.value).reverse().join('') }
    : trimmed;
}

function trimPrefix(pattern: string, value: readonly string[], greedy: boolean): Substituted {
  const parts = parseWildcard(pattern);
  if (typeof parts === 'string') return { failure: `the pattern ${JSON.stringify(pattern)} is not valid: ${parts}` };
  if (parts.length * value.length > WILDCARD_CELLS) return 'unknown';
  const end = wildcardMatcher(parts, value, greedy).endAt(0);
  return { value: value.slice(Math.max(end, 0)).join('') };
}

/** Reversed but for its escapes, which stay before what they escape. */
function reversedPattern(pattern: string): string {
  const pieces = pattern.match(/\\.|./gsu) ?? [];
  return pieces.reverse().join('');
}

/** `${name/pattern/replacement}`, or `//` for every match. */
export function replaceMatches(operator: '/' | '//', pattern: string, replacement: string, text: string): Substituted {
  const parts = parseWildcard(pattern);
  if (typeof parts === 'string') return { failure: `the pattern ${JSON.stringify(pattern)} is not valid: ${parts}` };
  const value = Array.from(text);
  if (parts.length * value.length > WILDCARD_CELLS) return 'unknown';
  const matcher = wildcardMatcher(parts, value, true);
  let out = '';
  let kept = 0;
  let lastEnd = -1;
  for (let at = 0; at <= value.length; at++) {
    const end = matcher.endAt(at);
    // Go passes over an empty match that touches the match before it.
    if (end < 0 || (end === at && at === lastEnd)) continue;
    const match = value.slice(at, end).join('');
    out += value.slice(kept, at).join('') + (operator === '//' ? filledTemplate(replacement, match) : replacement);
    if (out.length > EXPANSION_LIMIT) return 'unknown';
    kept = end;
    lastEnd = end;
    if (operator === '/') break;
    if (end > at) at = end - 1;
  }
  return { value: out + value.slice(kept).join('') };
}

/** Go's `ReplaceAllString` takes `$0` in the replacement for the match, and any other `$name` for a group that is not there. */
function filledTemplate(template: string, match: string): string {
  return template.replace(/\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu, (whole, bare, braced) => {
    if (whole === '$$') return '$';
    return (bare ?? braced) === '0' ? match : '';
  });
}
