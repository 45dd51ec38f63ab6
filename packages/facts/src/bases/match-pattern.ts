/** What a pattern found under its names. */
export type Captures = Readonly<Record<string, string>>;

/**
 * Matches a whole text: `*` is any run of characters, `{name}` a version (digits with single dots between, as long as it goes),
 * `{name:8|9}` a version with one of these first numbers, everything else itself. Linear in the text for each piece of the pattern.
 */
export function matchPattern(pattern: string, text: string): Captures | undefined {
  const pieces = piecesOf(pattern);
  // Most of a table's patterns are of other images.
  if (pieces[0]?.kind === 'text' && !text.startsWith(pieces[0].text)) return undefined;
  const failed = new Set<number>();
  const captures: Record<string, string> = {};

  const keyOf = (piece: number, at: number) => piece * (text.length + 1) + at;

  function matches(piece: number, at: number): boolean {
    if (failed.has(keyOf(piece, at))) return false;
    const found = matchesFrom(pieces[piece], piece, at);
    if (!found) failed.add(keyOf(piece, at));
    return found;
  }

  function matchesFrom(piece: Piece | undefined, index: number, at: number): boolean {
    if (!piece) return at === text.length;
    if (piece.kind === 'text') return text.startsWith(piece.text, at) && matches(index + 1, at + piece.text.length);
    if (piece.kind === 'version') {
      const version = versionAt(text, at);
      if (version === '' || (piece.majors && !piece.majors.includes(version.split('.')[0]!))) return false;
      if (!matches(index + 1, at + version.length)) return false;
      captures[piece.text] = version;
      return true;
    }
    for (let end = at; end <= text.length; end++) {
      if (matches(index + 1, end)) return true;
      // A run that began here before has tried all that follows.
      if (failed.has(keyOf(index, end))) return false;
      failed.add(keyOf(index, end));
    }
    return false;
  }

  return matches(0, 0) ? captures : undefined;
}

interface Piece {
  readonly kind: 'any' | 'version' | 'text';
  readonly text: string;
  readonly majors?: readonly string[];
}

const PIECES = /\*|\{([a-z]+)(?::([\d|]+))?\}|[^*{]+|\{/g;
const pieces = new Map<string, readonly Piece[]>();

function piecesOf(pattern: string): readonly Piece[] {
  let known = pieces.get(pattern);
  if (!known) {
    known = Array.from(pattern.matchAll(PIECES), ([text, name, majors]) => {
      if (text === '*') return { kind: 'any', text };
      return name === undefined ? { kind: 'text', text } : { kind: 'version', text: name, majors: majors?.split('|') };
    });
    pieces.set(pattern, known);
  }
  return known;
}

const VERSION = /\d+(?:\.\d+)*/y;

function versionAt(text: string, at: number): string {
  VERSION.lastIndex = at;
  return VERSION.exec(text)?.[0] ?? '';
}
