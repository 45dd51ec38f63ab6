import type { Place, SourceText, Span, TextEdit } from '@dockwarden-internal/syntax';

export type Severity = 'error' | 'warning' | 'info';

/** One place where a policy's promise is broken. */
export interface Finding {
  /** `area/name/check`, or `area/name` where the policy has a single check. */
  readonly id: string;
  readonly policy: string;
  readonly severity: Severity;
  readonly category: string;
  /** False where the finding says that something could not be known (`unknown: report`). */
  readonly certain: boolean;
  readonly message: string;
  /** Stretches of the message that are not the policy's own words; absent where that cannot be told, or where nothing is masked. */
  readonly values?: readonly Span[];
  /** The same promise in other tools: `hadolint:DL3015`. */
  readonly aliases: readonly string[];
  /** Page of the policy. */
  readonly docs: string;
  /** Stable across moves of the line: built from id, project, logical path and text, never from line numbers or secrets. */
  readonly fingerprint: string;
  readonly place: Place;
  /** One fingerprint for each thing that is listed as missing; what is known of some is not known of the others. */
  readonly items?: readonly string[];
  /** Names of the projects that the file belongs to, sorted. */
  readonly projects: readonly string[];
  readonly related: readonly RelatedPlace[];
  readonly fix?: Fix;
  readonly suppressed: Suppressed | null;
  /** Ids of findings folded into this one, since they share an alias and overlap. */
  readonly also: readonly string[];
  /** Stretches of the file whose text must never be printed (they look like secrets). */
  readonly masked: readonly Place[];
}

export interface RelatedPlace {
  readonly place: Place;
  /** The policy's own words. */
  readonly message: string;
}

/** Edits that mend a finding: all of them or none. `unsafe`: the build may behave otherwise. */
export interface Fix {
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly FileEdit[];
}

export interface FileEdit {
  readonly source: SourceText;
  readonly edit: TextEdit;
}

export interface Suppressed {
  readonly kind: 'inline' | 'waiver' | 'baseline';
  readonly reason: string;
  /** Of a waiver: who answers for it, its last day (`YYYY-MM-DD`), and where it is written (`file:line`). */
  readonly owner?: string;
  readonly until?: string;
  readonly writtenAt?: string;
}
