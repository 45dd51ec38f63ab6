import type { Finding } from '@dockwarden-internal/engine';
import { type Place, type SourceText, sourceText } from '@dockwarden-internal/syntax';

/** Findings of another root than the working directory's name their files by the whole path. */
export function inForeignRoot(root: string): (finding: Finding) => Finding {
  const moved = new Map<SourceText, SourceText>();
  const move = (source: SourceText): SourceText => {
    const there = moved.get(source) ?? sourceText(`${root}/${source.path}`, source.text);
    moved.set(source, there);
    return there;
  };
  const place = (each: Place): Place => ({ ...each, source: move(each.source) });
  return (finding) => ({
    ...finding,
    place: place(finding.place),
    related: finding.related.map((each) => ({ ...each, place: place(each.place) })),
    masked: finding.masked.map(place),
    ...(finding.fix && {
      fix: { ...finding.fix, edits: finding.fix.edits.map((each) => ({ ...each, source: move(each.source) })) },
    }),
  });
}
