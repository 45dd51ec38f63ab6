import type { Severity, Summary, Suppressed } from '@dockwarden-internal/engine';
import type { Range } from '../text/range.ts';

/** The document of `--format json`, as `schema/lint-report.schema.json` describes it. */
export interface LintJson {
  readonly version: 1;
  readonly tool: { readonly name: 'dockwarden'; readonly version: string };
  readonly findings: readonly FindingJson[];
  readonly diagnostics: readonly DiagnosticJson[];
  readonly summary: Summary;
}

export interface FindingJson {
  readonly id: string;
  readonly policy: string;
  readonly severity: Severity;
  readonly category: string;
  readonly certain: boolean;
  readonly preview?: true;
  readonly message: string;
  readonly aliases: readonly string[];
  readonly also: readonly string[];
  readonly docs: string;
  readonly fingerprint: string;
  readonly file: string;
  readonly range: Range;
  readonly projects: readonly string[];
  readonly related: readonly RelatedJson[];
  readonly fix: FixJson | null;
  readonly suppressed: Suppressed | null;
}

export interface RelatedJson {
  readonly file: string;
  readonly range: Range;
  readonly message: string;
}

export interface FixJson {
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly EditJson[];
}

export interface EditJson {
  readonly file: string;
  readonly range: Range;
  readonly text: string;
}

export interface DiagnosticJson {
  readonly code: string;
  readonly file: string | null;
  readonly range: Range | null;
  readonly message: string;
  readonly hint: string | null;
}
