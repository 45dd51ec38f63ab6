/** True where COPY takes the text for a pattern. Source: Dockerfile reference, COPY "Pattern matching"; fsutil's containsWildcards. */
export function isPattern(path: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*[*?[]/.test(path);
}

/** One character of a segment's pattern: any run, any one, or one of some. */
type Token = '*' | ((character: string) => boolean);

/**
 * Matches a whole path as Go's filepath.Match does: `*` and `?` stop at `/`, `[a-z]` and `[^a]` are classes, `\` quotes. A pattern that
 * Go refuses matches nothing.
 */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const segments = splitSegments(pattern).map(segmentMatcher);
  if (segments.includes(undefined)) return () => false;
  return (path) => {
    const names = path.split('/');
    return names.length === segments.length && names.every((name, index) => segments[index]!(name));
  };
}

/** Splits at `/`, but not within a class. */
export function splitSegments(pattern: string): string[] {
  const segments: string[] = [];
  let start = 0;
  let inClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === '\\') at++;
    else if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    else if (character === '/' && !inClass) {
      segments.push(pattern.slice(start, at));
      start = at + 1;
    }
  }
  segments.push(pattern.slice(start));
  return segments;
}

/** Matches one name; undefined for a malformed pattern. */
export function segmentMatcher(pattern: string): ((name: string) => boolean) | undefined {
  const tokens = tokenize(pattern);
  return tokens && ((name) => runTokens(tokens, [...name]));
}

function tokenize(pattern: string): Token[] | undefined {
  const tokens: Token[] = [];
  const characters = [...pattern];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at]!;
    if (character === '*') {
      if (tokens[tokens.length - 1] !== '*') tokens.push('*');
    } else if (character === '?') tokens.push(() => true);
    else if (character === '[') {
      const found = readClass(characters, at + 1);
      if (!found) return undefined;
      tokens.push(found.test);
      at = found.end;
    } else {
      const literal = character === '\\' ? characters[++at] : character;
      if (literal === undefined) return undefined;
      tokens.push((other) => other === literal);
    }
  }
  return tokens;
}

interface ClassRead {
  readonly test: (character: string) => boolean;
  /** Index of the closing bracket. */
  readonly end: number;
}

function readClass(characters: readonly string[], start: number): ClassRead | undefined {
  const negated = characters[start] === '^';
  const ranges: [string, string][] = [];
  let at = negated ? start + 1 : start;
  const take = (): string | undefined => {
    if (characters[at] === '\\') at++;
    return characters[at++];
  };
  for (;;) {
    if (characters[at] === ']' && ranges.length > 0) break;
    if (characters[at] === '-' || characters[at] === ']') return undefined;
    const low = take();
    if (low === undefined) return undefined;
    let high = low;
    if (characters[at] === '-') {
      at++;
      const next = take();
      if (next === undefined || at > characters.length) return undefined;
      high = next;
    }
    if (at >= characters.length) return undefined;
    ranges.push([low, high]);
  }
  const code = (character: string) => character.codePointAt(0)!;
  const test = (character: string) =>
    ranges.some(([low, high]) => code(low) <= code(character) && code(character) <= code(high)) !== negated;
  return { test, end: at };
}

/** Goes back to the last `*` alone, which is enough for patterns of one segment. */
function runTokens(tokens: readonly Token[], name: readonly string[]): boolean {
  let token = 0;
  let at = 0;
  let star = -1;
  let mark = 0;
  while (at < name.length) {
    const test = tokens[token];
    if (test === '*') {
      star = token++;
      mark = at;
    } else if (test?.(name[at]!)) {
      token++;
      at++;
    } else if (star >= 0) {
      token = star + 1;
      at = ++mark;
    } else return false;
  }
  while (tokens[token] === '*') token++;
  return token === tokens.length;
}
