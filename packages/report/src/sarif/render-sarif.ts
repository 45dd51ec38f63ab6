import type { LintReport } from '@dockwarden-internal/engine';
import { masksOf } from '../masks.ts';
import type { RenderContext } from '../render-context.ts';
import { invocationOf } from './invocation.ts';
import { baseIds } from './location.ts';
import { resultOf } from './results.ts';
import { rulesOf } from './rules.ts';
import type { SarifLog } from './sarif-log.ts';

export interface SarifContext extends RenderContext {
  /** Absolute path of the folder that relative paths start from; without it the log is the same on every machine. */
  readonly root?: string;
}

/** The report as a SARIF 2.1.0 log of one run, as code scanning services take it. */
export function renderSarif(report: LintReport, { version, pathOf, root }: SarifContext): string {
  const masks = masksOf(report);
  const rules = rulesOf(report);
  const ruleIndex = new Map(rules.map((rule, index) => [rule.id, index]));
  const baseline = report.findings.some((finding) => finding.suppressed?.kind === 'baseline');
  const log: SarifLog = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'dockwarden', version, semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: baseIds(root),
        invocations: [invocationOf(report.diagnostics, masks, pathOf)],
        results: report.findings.map((finding) => resultOf(finding, { masks, pathOf, ruleIndex, baseline })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}
