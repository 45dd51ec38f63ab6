import type { Finding, RelatedPlace } from '@dockwarden-internal/engine';
import type { Place } from '@dockwarden-internal/syntax';
import { codeFrame } from '../frame/code-frame.ts';
import type { Mark } from '../frame/mark.ts';
import { rangeOf } from '../text/range.ts';
import { shorten } from '../text/shorten.ts';
import { oneLine } from '../text/visible.ts';
import type { PrettyContext } from './pretty-context.ts';

// A frame of more marked lines than this is a listing: the lines above it name every place.
const lineLimit = 6;

interface Related extends RelatedPlace {
  readonly label: string;
}

/** The words that a group of findings is about, underlined; related places of the same file in the same frame, others below it. */
export function framesOf(group: readonly [Finding, ...Finding[]], gutter: number, context: PrettyContext): string[] {
  const { styles, verbose } = context;
  const shown = verbose ? group : onFirstLines(group);
  const { source } = group[0].place;
  const related = relatedOf(shown, gutter, context);
  const here = related.filter(({ place }) => place.source.text === source.text && place.source.path === source.path);
  const marks: Mark[] = [
    ...shown.map(({ place, severity }) => ({ span: place.span, underline: '^', paint: styles[severity] })),
    ...here.map(({ place, label }) => relatedMark(place, label, context)),
  ];
  const rest = group.length - shown.length;
  const more = rest > 0 ? [`${styles.dim('⋮'.padStart(gutter - 1))} ${styles.dim(`│ and ${rest} more`)}`] : [];
  const elsewhere = related.filter((one) => !here.includes(one)).flatMap((one) => relatedLines(one, gutter, context));
  return [...frame(source, marks, gutter, context), ...more, ...elsewhere];
}

function onFirstLines(group: readonly Finding[]): readonly Finding[] {
  const lines = new Set<number>();
  return group.filter(({ place }) => {
    const { line } = rangeOf(place).start;
    if (lines.size < lineLimit) lines.add(line);
    return lines.has(line);
  });
}

/** The related places of a group, each once. */
function relatedOf(group: readonly Finding[], gutter: number, { width }: PrettyContext): Related[] {
  const places = new Map<string, Related>();
  for (const finding of group) {
    for (const { place, message } of finding.related) {
      const label = shorten(oneLine(message), Math.max(20, width - gutter - 2));
      const key = JSON.stringify([place.source.path, place.span.start, place.span.end, label]);
      if (!places.has(key)) places.set(key, { place, message, label });
    }
  }
  return [...places.values()];
}

function relatedLines({ place, label }: Related, gutter: number, context: PrettyContext): string[] {
  const { line, column } = rangeOf(place).start;
  const where = `${' '.repeat(gutter)}${context.styles.dim('see')} ${context.pathOf(place.source.path)}:${line}:${column}`;
  return [where, ...frame(place.source, [relatedMark(place, label, context)], gutter, context)];
}

function relatedMark(place: Place, label: string, { styles }: PrettyContext): Mark {
  return { span: place.span, underline: '-', paint: styles.related, label: label || undefined };
}

function frame(source: Place['source'], marks: readonly Mark[], gutter: number, context: PrettyContext): string[] {
  const { masks, styles, width } = context;
  const digits = String(source.lineStarts.length).length;
  const room = Math.max(gutter, digits + 2);
  return codeFrame(source, marks, { width, gutter: room, masked: masks.spansIn(source.text), dim: styles.dim });
}
