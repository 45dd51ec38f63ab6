/**
 * Whether Docker takes the pattern at all: it asks Go's filepath.Match for its error, with the name `.`. What follows a part that
 * cannot match `.` is therefore not checked here, and may still be refused when the pattern is compiled.
 * Source: moby/patternmatcher New; Go's path/filepath Match, scanChunk, matchChunk.
 */
export function isWellFormed(pattern: string): boolean {
  let name = '.';
  let rest = pattern;
  while (rest !== '') {
    const { star, chunk, after } = nextChunk(rest);
    rest = after;
    if (star && chunk === '') return true;
    const here = matchChunk(chunk, name);
    if (here === 'malformed') return false;
    if (here !== undefined && (here === '' || rest !== '')) {
      name = here;
      continue;
    }
    // The only later place at which a chunk can match within `.` is its end.
    const later = star && name !== '' ? matchChunk(chunk, '') : undefined;
    if (later === 'malformed') return false;
    if (later === undefined) return true;
    name = later;
  }
  return true;
}

function nextChunk(pattern: string): { star: boolean; chunk: string; after: string } {
  let start = 0;
  while (pattern[start] === '*') start++;
  let inClass = false;
  for (let i = start; i < pattern.length; i++) {
    const c = pattern[i];
    if (c === '\\') i++;
    else if (c === '[') inClass = true;
    else if (c === ']') inClass = false;
    else if (c === '*' && !inClass) return { star: start > 0, chunk: pattern.slice(start, i), after: pattern.slice(i) };
  }
  return { star: start > 0, chunk: pattern.slice(start), after: '' };
}

/** What is left of the name behind the chunk, undefined where they differ; the whole chunk is checked in any case. */
function matchChunk(chunk: string, name: string): string | 'malformed' | undefined {
  let rest: string | undefined = name;
  let i = 0;
  while (i < chunk.length) {
    if (rest === '') rest = undefined;
    if (chunk[i] === '[') {
      const found = readClass(chunk, i + 1, rest?.codePointAt(0));
      if (!found) return 'malformed';
      i = found.end;
      rest = found.matches ? rest?.slice(1) : undefined;
      continue;
    }
    if (chunk[i] === '?') {
      rest = rest?.[0] === '/' ? undefined : rest?.slice(1);
      i++;
      continue;
    }
    if (chunk[i] === '\\') {
      i++;
      if (i >= chunk.length) return 'malformed';
    }
    rest = rest?.[0] === chunk[i] ? rest?.slice(1) : undefined;
    i++;
  }
  return rest;
}

function readClass(
  chunk: string,
  start: number,
  code: number | undefined,
): { end: number; matches: boolean } | undefined {
  let i = start;
  const negated = chunk[i] === '^';
  if (negated) i++;
  let hit = false;
  for (let ranges = 0; ; ranges++) {
    if (chunk[i] === ']' && ranges > 0) return { end: i + 1, matches: hit !== negated };
    const low = classCharacter(chunk, i);
    if (!low) return undefined;
    i = low.end;
    let high = low;
    if (chunk[i] === '-') {
      const found = classCharacter(chunk, i + 1);
      if (!found) return undefined;
      high = found;
      i = high.end;
    }
    hit ||= code !== undefined && low.code <= code && code <= high.code;
  }
}

function classCharacter(chunk: string, start: number): { code: number; end: number } | undefined {
  let i = start;
  if (i >= chunk.length || chunk[i] === '-' || chunk[i] === ']') return undefined;
  if (chunk[i] === '\\') i++;
  const code = chunk.codePointAt(i);
  if (code === undefined) return undefined;
  const end = i + (code > 0xffff ? 2 : 1);
  return end < chunk.length ? { code, end } : undefined;
}
