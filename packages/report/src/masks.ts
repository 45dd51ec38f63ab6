import type { Finding, LintReport } from '@dockwarden-internal/engine';
import type { Place, Span } from '@dockwarden-internal/syntax';
import { overlaps, textAt } from '@dockwarden-internal/syntax';
import { hiddenForms, hideForms, mask } from './text/hide.ts';

/** What a report must never print. Files are known by their text, so that spans are never laid over another version of it. */
export interface Masks {
  /** Stretches of a file to be printed as `•••`, sorted, none overlapping. */
  spansIn(fileText: string): readonly Span[];
  /** Text about a file with the file's secret values as `•••`. */
  hide(text: string, fileText: string): string;
  /** The same, also of values that stand in the open elsewhere in the file. */
  hideAll(text: string, fileText: string): string;
  /** A finding's own text: message, reason, text of an edit. */
  hideFor(finding: Finding, text: string): string;
}

interface FileMasks {
  readonly spans: readonly Span[];
  /** All forms of the values. */
  readonly forms: readonly string[];
  /** Those that stand nowhere in the open. */
  readonly hidden: readonly string[];
}

const none: FileMasks = { spans: [], forms: [], hidden: [] };

/**
 * Collects what the findings mask. A value that also stands in the open in its file (`postgres` as the password of
 * `postgres`) is hidden in the texts of findings that touch it, and elsewhere left readable: the file's frames show it anyway.
 */
export function masksOf(report: Pick<LintReport, 'findings'>): Masks {
  const files = new Map<string, FileMasks>();
  for (const [text, spans] of spansByFile(report.findings)) files.set(text, fileMasks(text, spans));
  const of = (fileText: string) => files.get(fileText) ?? none;
  const hide = (text: string, fileText: string) => hideForms(text, of(fileText).hidden);
  return {
    spansIn: (fileText) => of(fileText).spans,
    hide,
    hideAll: (text, fileText) => hideForms(text, of(fileText).forms),
    hideFor: (finding, text) => {
      const own = finding.masked.filter((place) => touches(finding, place)).map(textAt);
      return hide(hideForms(text, hiddenForms(own)), finding.place.source.text);
    },
  };
}

/** Findings of one file mask the same stretches, mostly by one and the same list: each is kept once. */
function spansByFile(findings: readonly Finding[]): Map<string, Span[]> {
  const files = new Map<string, Map<string, Span>>();
  for (const { source, span } of [...new Set(findings.map((finding) => finding.masked))].flat()) {
    const spans = files.get(source.text) ?? new Map<string, Span>();
    files.set(source.text, spans.set(`${span.start}:${span.end}`, span));
  }
  return new Map([...files].map(([text, spans]) => [text, [...spans.values()]]));
}

function fileMasks(text: string, spans: readonly Span[]): FileMasks {
  const merged = merge(spans);
  const open = merged.reduceRight((rest, span) => rest.slice(0, span.start) + mask + rest.slice(span.end), text);
  const forms = hiddenForms(spans.map((span) => text.slice(span.start, span.end)));
  return { spans: merged, forms, hidden: forms.filter((form) => hideForms(open, [form]) === open) };
}

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (span.start >= span.end) continue;
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

function touches(finding: Finding, masked: Place): boolean {
  const places = [finding.place, ...finding.related.map((related) => related.place)];
  return places.some(({ source, span }) => source.text === masked.source.text && overlaps(span, masked.span));
}
