export interface WildcardPart {
  readonly kind: 'any' | 'star' | 'char';
  readonly char: string;
}

/** A shell pattern of `*`, `?` and escapes; a string tells why it is none. Brackets stand for themselves. */
export function parseWildcard(pattern: string): readonly WildcardPart[] | string {
  const chars = Array.from(pattern);
  if (chars[0] === '\ufeff') chars.shift();
  const parts: WildcardPart[] = [];
  for (let i = 0; i < chars.length; i++) {
    let char = chars[i]!;
    if (char === '*') parts.push({ kind: 'star', char });
    else if (char === '?') parts.push({ kind: 'any', char });
    else {
      if (char === '\\') {
        const next = chars[++i];
        if (next !== undefined && '}/'.includes(next)) {
          i--;
          continue;
        }
        if (next === undefined || !'*?\\'.includes(next)) return `\\${next ?? ''} escapes nothing`;
        char = next;
      }
      parts.push({ kind: 'char', char });
    }
  }
  return parts;
}

/** Finds where a pattern matches; each search remembers what led nowhere, so that all of them together take linear time per part. */
export interface WildcardMatcher {
  /** The end of the match that begins at `start`, or -1. */
  endAt(start: number): number;
}

/**
 * Matches as Go's regular expressions do: the first way that fits, trying long stretches for `*` first if `greedy`, short ones if not.
 * Neither `*` nor `?` covers a line feed.
 */
export function wildcardMatcher(
  parts: readonly WildcardPart[],
  value: readonly string[],
  greedy: boolean,
): WildcardMatcher {
  const width = value.length + 1;
  const dead = new Uint8Array(width * (parts.length + 1));
  const endAt = (start: number): number => {
    /** Choices still open: pairs of part and position. */
    const open = [0, start];
    while (open.length > 0) {
      const at = open.pop()!;
      const part = open.pop()!;
      if (part === parts.length) return at;
      const cell = part * width + at;
      if (dead[cell]) continue;
      dead[cell] = 1;
      const { kind, char } = parts[part]!;
      const inLine = at < value.length && value[at] !== '\n';
      if (kind === 'star') {
        if (greedy) open.push(part + 1, at);
        if (inLine) open.push(part, at + 1);
        if (!greedy) open.push(part + 1, at);
      } else if (kind === 'any' ? inLine : value[at] === char) {
        open.push(part + 1, at + 1);
      }
    }
    return -1;
  };
  return { endAt };
}
