import type { CheckHead, PolicyDocument } from '@dockwarden-internal/policy';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { countFindings } from './count-findings.ts';
import type { Finding } from './finding.ts';
import { inOrder } from './in-order.ts';
import type { LintReport, PolicySummary } from './lint-report.ts';
import { docsPage } from './to-finding.ts';

/** Sorts and counts a run's findings. Suppressed ones are counted apart. */
export function summarize(
  files: number,
  findings: readonly Finding[],
  diagnostics: readonly Diagnostic[],
  policies: readonly PolicySummary[],
): LintReport {
  return { findings: inOrder(findings), diagnostics, summary: countFindings(files, findings), policies };
}

export function policySummary(check: CheckHead, document: PolicyDocument): PolicySummary {
  return {
    id: check.id,
    policy: check.policy,
    title: document.title,
    category: document.category,
    severity: check.severity,
    why: document.why.trim(),
    docs: docsPage(check.policy),
    aliases: check.aliases,
    tags: document.tags ?? [],
  };
}
