import { partitionPoint } from './partition-point.ts';
import { overlaps, type Span } from './span.ts';

/** Spans that overlap or touch, as one. */
export interface Stretch extends Span {
  readonly members: readonly Span[];
}

/** The spans joined where they overlap or touch: in order, none overlapping. Empty spans are left out. */
export function stretchesOf(spans: readonly Span[]): readonly Stretch[] {
  const joined: { start: number; end: number; members: Span[] }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (span.start >= span.end) continue;
    if (last && span.start <= last.end) {
      last.end = Math.max(last.end, span.end);
      last.members.push(span);
    } else joined.push({ start: span.start, end: span.end, members: [span] });
  }
  return joined;
}

/** The stretches that overlap a span, found without a look at the others. */
export function stretchesIn<S extends Span>(stretches: readonly S[], span: Span): readonly S[] {
  const low = partitionPoint(stretches, (each) => each.end <= span.start);
  let end = low;
  while (end < stretches.length && overlaps(stretches[end]!, span)) end++;
  return stretches.slice(low, end);
}
