import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Finding, Severity } from './finding.ts';

/** What one run found, ready to be written in any format. Findings are sorted by file, place and id. */
export interface LintReport {
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: Summary;
  /** The policies that ran, for formats that list rules (SARIF), sorted by id. */
  readonly policies: readonly PolicySummary[];
}

export interface Summary {
  readonly files: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly suppressed: number;
  /** Findings of policies in preview, which count here alone; absent where there are none. */
  readonly preview?: number;
}

export interface PolicySummary {
  /** The id that findings carry: policy id, or policy id + "/" + check. */
  readonly id: string;
  readonly policy: string;
  readonly title: string;
  readonly category: string;
  readonly severity: Severity;
  readonly why: string;
  readonly docs: string;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
}
