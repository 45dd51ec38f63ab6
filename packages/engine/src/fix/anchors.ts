import { isUnsure, kindPlace, takesText } from '@dockwarden-internal/facts';
import type { FactPath } from '@dockwarden-internal/policy';
import type { Place } from '@dockwarden-internal/syntax';
import type { Hit } from '../evaluate.ts';
import type { FileEdit } from '../finding.ts';

/** New lines end as those of the file do. */
export function inLineEndingsOf(file: string, text: string): string {
  if (!text.includes('\n')) return text;
  return /\r\n/.test(file) && !/[^\r]\n/.test(file) ? text.replace(/\r?\n/g, '\r\n') : text;
}

const DIRECTIVE = String.raw`[ \t]*#[ \t]*(?:syntax|escape|check)[ \t]*=[^\n]*\n`;
const directives = new RegExp(`^\\uFEFF?(?:${DIRECTIVE})+`, 'i');
const directive = new RegExp(`^${DIRECTIVE}`, 'i');

/**
 * Where a text goes that would stand before the parser directives of a Dockerfile: behind them, since the first line that is none ends them.
 * Source: Dockerfile reference, "Parser directives".
 */
export function behindDirectives(file: string, offset: number, text: string): number {
  const [block] = directives.exec(file) ?? [];
  const isWithin = /[^\n\uFEFF]/.test(file[offset - 1] ?? '');
  return block === undefined || isWithin || directive.test(text) ? offset : Math.max(offset, block.length);
}

/** Words of a heredoc with Windows line endings end in a carriage return, which has to stay last on its line. */
export function lineEndBefore(text: string, offset: number): number {
  return text[offset - 1] === '\r' ? offset - 1 : offset;
}

/** One edit per element of a collection, or one for a single place: all or none. */
export function editEach(
  path: FactPath,
  hit: Hit,
  text: string,
  edit: (place: Place, fact: unknown) => FileEdit | undefined,
): FileEdit[] | undefined {
  const { env } = hit;
  const { type } = path;
  const value = path.read(env.self, env);
  if (!plainAt(path, hit, text)) return undefined;
  const edits =
    type.shape === 'facts' && Array.isArray(value)
      ? value.map((element) => at(placeOfElement(path, element), element))
      : [at(path.ownPlace(env.self, env), value)];
  return edits.every((each) => each !== undefined) ? edits : undefined;

  function at(place: Place | undefined, fact: unknown): FileEdit | undefined {
    return place && edit(place, fact);
  }
}

function placeOfElement(path: FactPath, element: unknown): Place | undefined {
  return path.type.shape === 'facts' ? kindPlace(path.type.kind, element) : undefined;
}

/** Text may be put only where it is plain text of a file or of a shell, not inside quotes or a JSON form. */
export function plainAt(path: FactPath, { env }: Hit, text: string): boolean {
  const owner = path.owner(env.self, env);
  const anchor = path.read(env.self, env);
  return [env.self, isUnsure(owner) ? undefined : owner, isUnsure(anchor) ? undefined : anchor].every((node) =>
    takesText(node, text),
  );
}
