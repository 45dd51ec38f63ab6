import {
  appendIgnoreLines,
  type Command,
  type Context,
  commandRemoval,
  type IgnoreFile,
  isUnsure,
  removalSpan,
  removeYaml,
  setYaml,
  sortYaml,
  standsInYaml,
} from '@dockwarden-internal/facts';
import { type FixPlan, readOrder, type Template } from '@dockwarden-internal/policy';
import { contentStart, type Place, textAt } from '@dockwarden-internal/syntax';
import type { Hit } from '../evaluate.ts';
import type { FileEdit, Fix } from '../finding.ts';
import { behindDirectives, editEach, inLineEndingsOf, lineEndBefore, plainAt } from './anchors.ts';

/** Plans the edits that mend a hit; undefined where no safe anchor is there, so that nothing is offered. */
export function planFix(hit: Hit): Fix | undefined {
  const { fix } = hit.check.telling();
  if (!fix || !hit.certain) return undefined;
  const edits = plan(fix, hit);
  return edits && edits.length > 0 ? { safety: fix.safety, edits } : undefined;
}

function plan(fix: FixPlan, hit: Hit): FileEdit[] | undefined {
  const { env } = hit;
  switch (fix.action) {
    case 'insert': {
      const place = fix.anchor.ownPlace(env.self, env);
      const text = fill(fix.text, hit);
      if (!place || text === undefined || !plainAt(fix.anchor, hit, text)) return undefined;
      // A byte order mark stays in front of everything.
      const start = Math.max(place.span.start, contentStart(place.source));
      const offset =
        fix.side === 'after'
          ? lineEndBefore(place.source.text, place.span.end)
          : behindDirectives(place.source.text, start, text);
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
        : editEach(fix.target, hit, text, (place) =>
            losesComment(place, text)
              ? undefined
              : {
                  source: place.source,
                  edit: { span: place.span, text: inLineEndingsOf(place.source.text, text) },
                },
          );
    }
    case 'remove': {
      const place = fix.target.ownPlace(env.self, env);
      if (place && standsInYaml(env.on, place)) return removeYaml(env.on, place);
      const { type } = fix.target;
      const isCommand = 'kind' in type && type.kind === 'command';
      return editEach(fix.target, hit, '', (found, fact) => {
        const span = isCommand ? commandRemoval(fact as Command) : removalSpan(found);
        return span && { source: found.source, edit: { span, text: '' } };
      });
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

/** True where lines with a comment between them would become one line without it. */
function losesComment(place: Place, text: string): boolean {
  const [, ...below] = textAt(place).split('\n');
  return !text.includes('\n') && below.some((line) => line.trimStart().startsWith('#'));
}

/** The text of a fix; undefined where a value of it cannot be had from the files. */
function fill(template: Template, { env }: Hit): string | undefined {
  return template.resolves ? undefined : template.fill(env);
}
