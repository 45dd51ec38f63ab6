import type { Finding } from '@dockwarden-internal/engine';
import { type Diagnostic, type Place, type SourceText, sourceText } from '@dockwarden-internal/syntax';

/** Calls the files of a root by their whole path. */
export interface Abroad {
  readonly finding: (finding: Finding) => Finding;
  readonly diagnostic: (diagnostic: Diagnostic) => Diagnostic;
  readonly path: (path: string) => string;
}

/** What is said of another root than the working directory's names its files by the whole path. */
export function inForeignRoot(root: string): Abroad {
  const moved = new Map<SourceText, SourceText>();
  const path = (each: string) => (each.startsWith('/') ? each : `${root}/${each}`);
  const move = (source: SourceText): SourceText => {
    const there = moved.get(source) ?? sourceText(path(source.path), source.text);
    moved.set(source, there);
    return there;
  };
  const place = (each: Place): Place => ({ ...each, source: move(each.source) });
  const lists = new Map<readonly Place[], readonly Place[]>();
  const places = (list: readonly Place[]): readonly Place[] => {
    const there = lists.get(list) ?? list.map(place);
    lists.set(list, there);
    return there;
  };
  return {
    path,
    diagnostic: (diagnostic) => ({
      ...diagnostic,
      ...(diagnostic.path !== undefined && { path: path(diagnostic.path) }),
      ...(diagnostic.place && { place: place(diagnostic.place) }),
    }),
    finding: (finding) => ({
      ...finding,
      place: place(finding.place),
      related: finding.related.map((each) => ({ ...each, place: place(each.place) })),
      masked: places(finding.masked),
      ...(finding.fix && {
        fix: { ...finding.fix, edits: finding.fix.edits.map((each) => ({ ...each, source: move(each.source) })) },
      }),
    }),
  };
}
