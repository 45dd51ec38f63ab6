import type { Finding, PolicySummary } from '@dockwarden-internal/engine';
import { type Place, type SourceText, sourceText } from '@dockwarden-internal/syntax';
import { decodeText } from '@dockwarden-internal/workspace';
import type { GroupOutcome } from '../lint-group.ts';
import type { Texts } from './traced-file-system.ts';

/** A place in a stored report: number of the file, start, end. */
type StoredPlace = readonly [file: number, start: number, end: number];

type StoredFinding = Omit<Finding, 'place' | 'related' | 'masked' | 'fix'> & {
  readonly place: StoredPlace;
  readonly related: readonly { readonly place: StoredPlace; readonly message: string }[];
  /** Number of the list. */
  readonly masked: number;
  readonly fix?: {
    readonly safety: 'safe' | 'unsafe';
    readonly edits: readonly { readonly at: StoredPlace; readonly text: string }[];
  };
};

/** What a run found, without the texts of the files. */
export interface StoredReport {
  /** Files that findings stand in, and the text of one that is not on the disk (an ignore file that is missed). */
  readonly files: readonly (readonly [path: string, text?: string])[];
  readonly findings: readonly StoredFinding[];
  /** Lists of what must not be printed, which all findings of a file share. */
  readonly masks: readonly (readonly StoredPlace[])[];
  readonly policies: readonly PolicySummary[];
  /** Paths of all files that were looked at. */
  readonly looked: readonly string[];
}

/** `isOnDisk` tells whether a file's text comes back when the run's questions are asked again. */
export function store(
  { findings, policies, files: looked }: Pick<GroupOutcome, 'findings' | 'policies' | 'files'>,
  isOnDisk: (path: string) => boolean,
): StoredReport {
  const numbers = new Map<string, number>();
  const files: [path: string, text?: string][] = [];
  const place = ({ source, span }: Place): StoredPlace => {
    let number = numbers.get(source.path);
    if (number === undefined) {
      number = files.push(isOnDisk(source.path) ? [source.path] : [source.path, source.text]) - 1;
      numbers.set(source.path, number);
    }
    return [number, span.start, span.end];
  };
  const lists = [...new Set(findings.map((finding) => finding.masked))];
  const listNumbers = new Map(lists.map((list, number) => [list, number]));
  const masks = lists.map((list) => list.map(place));
  const stored = findings.map((finding): StoredFinding => {
    const { fix, ...rest } = finding;
    return {
      ...rest,
      place: place(finding.place),
      related: finding.related.map((each) => ({ place: place(each.place), message: each.message })),
      masked: listNumbers.get(finding.masked)!,
      ...(fix && {
        fix: {
          safety: fix.safety,
          edits: fix.edits.map(({ source, edit }) => ({ at: place({ source, span: edit.span }), text: edit.text })),
        },
      }),
    };
  });
  return { files, findings: stored, masks, policies, looked };
}

/** Rebuilds findings over the texts; undefined where a file's text is not at hand. */
export function restore(report: StoredReport, texts: Texts): readonly Finding[] | undefined {
  const sources: SourceText[] = [];
  for (const [path, text] of report.files) {
    const bytes = texts.get(path);
    if (!bytes && text === undefined) return undefined;
    sources.push(sourceText(path, text ?? decodeText(bytes!)));
  }
  const place = ([file, start, end]: StoredPlace): Place => ({ source: sources[file]!, span: { start, end } });
  const masks = report.masks.map((list) => list.map(place));
  return report.findings.map((stored): Finding => {
    const { fix, ...rest } = stored;
    return {
      ...rest,
      place: place(stored.place),
      related: stored.related.map((each) => ({ place: place(each.place), message: each.message })),
      masked: masks[stored.masked]!,
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
