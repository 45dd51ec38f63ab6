import type { Finding, PolicySummary } from '@dockwarden-internal/engine';
import { type Place, type SourceText, sourceText } from '@dockwarden-internal/syntax';

/** A place in a stored report: number of the file, start, end. */
type StoredPlace = readonly [file: number, start: number, end: number];

type StoredFinding = Omit<Finding, 'place' | 'related' | 'masked' | 'fix'> & {
  readonly place: StoredPlace;
  readonly related: readonly { readonly place: StoredPlace; readonly message: string }[];
  readonly masked: readonly StoredPlace[];
  readonly fix?: {
    readonly safety: 'safe' | 'unsafe';
    readonly edits: readonly { readonly at: StoredPlace; readonly text: string }[];
  };
};

/** What a run found, without the texts of the files. */
export interface StoredReport {
  readonly paths: readonly string[];
  readonly findings: readonly StoredFinding[];
  readonly policies: readonly PolicySummary[];
  readonly files: number;
}

export function store(findings: readonly Finding[], policies: readonly PolicySummary[], files: number): StoredReport {
  const numbers = new Map<string, number>();
  const place = ({ source, span }: Place): StoredPlace => {
    const number = numbers.get(source.path) ?? numbers.size;
    numbers.set(source.path, number);
    return [number, span.start, span.end];
  };
  const stored = findings.map((finding): StoredFinding => {
    const { fix, ...rest } = finding;
    return {
      ...rest,
      place: place(finding.place),
      related: finding.related.map((each) => ({ place: place(each.place), message: each.message })),
      masked: finding.masked.map(place),
      ...(fix && {
        fix: {
          safety: fix.safety,
          edits: fix.edits.map(({ source, edit }) => ({ at: place({ source, span: edit.span }), text: edit.text })),
        },
      }),
    };
  });
  return { paths: [...numbers.keys()], findings: stored, policies, files };
}

/** Rebuilds findings over the texts; undefined where a file's text is not at hand. */
export function restore(report: StoredReport, texts: ReadonlyMap<string, string>): readonly Finding[] | undefined {
  const sources: SourceText[] = [];
  for (const path of report.paths) {
    const text = texts.get(path);
    if (text === undefined) return undefined;
    sources.push(sourceText(path, text));
  }
  const place = ([file, start, end]: StoredPlace): Place => ({ source: sources[file]!, span: { start, end } });
  return report.findings.map((stored): Finding => {
    const { fix, ...rest } = stored;
    return {
      ...rest,
      place: place(stored.place),
      related: stored.related.map((each) => ({ place: place(each.place), message: each.message })),
      masked: stored.masked.map(place),
      ...(fix && {
        fix: {
          safety: fix.safety,
          edits: fix.edits.map(({ at, text }) => ({
            source: sources[at[0]]!,
            edit: { span: { start: at[1], end: at[2] }, text },
          })),
        },
      }),
    };
  });
}
