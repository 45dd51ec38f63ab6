import type { ScanFinding } from './scan-finding.ts';
import type { ScannerName } from './scanner-names.ts';
import type { ScanSeverity } from './severity.ts';

/** A version or a name may be long; nothing that anybody reads is longer. Characters. */
const LONGEST_TEXT = 500;
const LONGEST_ADDRESS = 2_000;

/** Findings of one scanner about one subject: more than any image has, and few enough to be held and sorted. */
export const MOST_FINDINGS = 50_000;

/** What a reader took from a scanner's output, as far as it was there. */
export interface FindingDraft {
  readonly scanner: ScannerName;
  readonly kind: ScanFinding['kind'];
  readonly severity: ScanSeverity;
  readonly image?: string;
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly package?: string | undefined;
  readonly installed?: string | undefined;
  readonly fixedIn?: string | undefined;
  readonly url?: string | undefined;
  readonly file?: string | undefined;
  readonly line?: unknown;
}

/** The finding of a draft: texts bounded, what is not of its form left out; none where it has no id to speak of it by. */
export function findingOf(draft: FindingDraft): ScanFinding | undefined {
  const { scanner, kind, severity, image, line } = draft;
  const id = bounded(draft.id);
  if (id === undefined) return undefined;
  const parts = {
    image,
    package: bounded(draft.package),
    installed: bounded(draft.installed),
    fixedIn: bounded(draft.fixedIn),
    url: pageAddress(draft.url),
    file: bounded(draft.file),
    line: Number.isSafeInteger(line) && (line as number) > 0 ? (line as number) : undefined,
  };
  const known = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  return { scanners: [scanner], kind, id, severity, title: bounded(draft.title) ?? '', ...known };
}

function bounded(text: string | undefined): string | undefined {
  const trimmed = text?.slice(0, LONGEST_TEXT + 1).trim();
  if (!trimmed) return undefined;
  return trimmed.length <= LONGEST_TEXT ? trimmed : `${trimmed.slice(0, LONGEST_TEXT - 1)}…`;
}

/** A page to be read; an address of another scheme is not passed on. */
function pageAddress(text: string | undefined): string | undefined {
  return text !== undefined && text.length <= LONGEST_ADDRESS && /^https?:\/\/\S+$/.test(text) ? text : undefined;
}
