import { expansions, unquote } from '@dockwarden-internal/syntax';

/**
 * True where a text could come out as `wanted` (in any case), whatever its variables hold: `base-${ARCH}` could be `base-arm64`, and
 * `node:${TAG}` no name of a stage.
 */
export function couldBecome(text: string, wanted: string, escapeToken: string): boolean {
  const fixed: string[] = [];
  let at = 0;
  for (const { start, end } of expansions(text, escapeToken)) {
    fixed.push(text.slice(at, start));
    at = end;
  }
  fixed.push(text.slice(at));
  const [first, ...rest] = fixed.map((piece) => unquote(piece, escapeToken).toLowerCase());
  const target = wanted.toLowerCase();
  if (rest.length === 0) return first === target;
  const last = rest.pop()!;
  if (!target.startsWith(first!) || !target.endsWith(last)) return false;
  let from = first!.length;
  for (const piece of rest) {
    const found = target.indexOf(piece, from);
    if (found < 0) return false;
    from = found + piece.length;
  }
  return from + last.length <= target.length;
}
