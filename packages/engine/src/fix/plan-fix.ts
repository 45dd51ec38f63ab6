import {
  appendIgnoreLines,
  type Context,
  type IgnoreFile,
  isUnsure,
  kindPlace,
  removalSpan,
  removeYaml,
  setYaml,
  sortYaml,
  standsInYaml,
  takesText,
} from '@dockwarden-internal/facts';
import { type FactPath, type FixPlan, readOrder, type Template } from '@dockwarden-internal/policy';
import type { Place } from '@dockwarden-internal/syntax';
import type { Hit } from '../evaluate.ts';
import type { FileEdit, Fix } from '../finding.ts';

/** Plans the edits that mend a hit; undefined where no safe anchor is there, so that nothing is offered. */
export function planFix(hit: Hit): Fix | undefined {
  const { fix } = hit.check;
  if (!fix || !hit.certain) return undefined;
  const edits = plan(fix, hit);
  return edits && edits.length > 0 ? { safety: fix.safety, edits } : undefined;
}

function plan(fix: FixPlan, hit: Hit): FileEdit[] | undefined {
  const { env } = hit;
  switch (fix.action) {
    case 'insert': {
      const place = fix.anchor.place(env.self, env);
      const text = fill(fix.text, hit);
      if (!place || text === undefined || !plainAt(fix.anchor, hit, text)) return undefined;
      const offset = fix.side === 'after' ? lineEndBefore(place.source.text, place.span.end) : place.span.start;
      return [
        {
          source: place.source,
          edit: { span: { start: offset, end: offset }, text: inLineEndingsOf(place.source.text, text) },
        },
      ];
    }
    case 'replace': {
      const text = fill(fix.text, hit);
      return text === undefined
        ? undefined
        : each(fix.target, hit, text, (place) => ({
            source: place.source,
            edit: { span: place.span, text: inLineEndingsOf(place.source.text, text) },
          }));
    }
    case 'remove': {
      const place = fix.target.place(env.self, env);
      if (place && standsInYaml(env.on, place)) return removeYaml(env.on, place);
      return each(fix.target, hit, '', (found) => ({
        source: found.source,
        edit: { span: removalSpan(found), text: '' },
      }));
    }
    case 'set':
      return setYaml(fix.target.owner(env.self, env), fix.target.property!.yaml!, fix.value);
    case 'append': {
      const file = fix.target.read(env.self, env);
      const context = fix.target.owner(env.self, env);
      // Where it is not known which ignore file is in force, or whether, none is written.
      if (isUnsure(file) || isUnsure(context) || context === undefined) return undefined;
      const lines = fix.lines.lines(env);
      return lines && appendIgnoreLines(file as IgnoreFile | undefined, context as Context, lines);
    }
    case 'sort': {
      const order = readOrder(fix.order, { report: () => undefined } as never, []);
      return (
        order &&
        sortYaml(fix.target.owner(env.self, env), fix.target.property!.yaml!, order as (a: string, b: string) => number)
      );
    }
  }
}

/** The text of a fix; undefined where a value of it cannot be had from the files. */
function fill(template: Template, { env }: Hit): string | undefined {
  return template.resolves ? undefined : template.fill(env);
}

/** New lines end as those of the file do. */
function inLineEndingsOf(file: string, text: string): string {
  return /\r\n/.test(file) && !/[^\r]\n/.test(file) ? text.replace(/\r?\n/g, '\r\n') : text;
}

/** Words of a heredoc with Windows line endings end in a carriage return, which has to stay last on its line. */
function lineEndBefore(text: string, offset: number): number {
  return text[offset - 1] === '\r' ? offset - 1 : offset;
}

/** One edit per element of a collection, or one for a single place: all or none. */
function each(path: FactPath, hit: Hit, text: string, edit: (place: Place) => FileEdit): FileEdit[] | undefined {
  const { env } = hit;
  const { type } = path;
  const value = path.read(env.self, env);
  const places =
    type.shape === 'facts' && Array.isArray(value)
      ? value.map((element) => placeOfElement(path, element))
      : [path.place(env.self, env)];
  if (places.some((place) => !place) || !plainAt(path, hit, text)) return undefined;
  return (places as Place[]).map(edit);
}

function placeOfElement(path: FactPath, element: unknown): Place | undefined {
  return path.type.shape === 'facts' ? kindPlace(path.type.kind, element) : undefined;
}

/** Text may be put only where it is plain text of a file or of a shell, not inside quotes or a JSON form. */
function plainAt(path: FactPath, { env }: Hit, text: string): boolean {
  const owner = path.owner(env.self, env);
  const anchor = path.read(env.self, env);
  return [env.self, isUnsure(owner) ? undefined : owner, isUnsure(anchor) ? undefined : anchor].every((node) =>
    takesText(node, text),
  );
}
