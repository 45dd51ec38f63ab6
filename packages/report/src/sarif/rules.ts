import type { Finding, LintReport, PolicySummary } from '@dockwarden-internal/engine';
import { byCodeUnits } from '@dockwarden-internal/syntax';
import { levelOf, problemSeverityOf, securityCategories, securitySeverityOf } from './levels.ts';
import type { SarifRule } from './sarif-log.ts';

/** One rule per id, sorted: the policies that ran, and whatever else the findings name (parse faults, unused waivers). */
export function rulesOf({ policies, findings }: LintReport): SarifRule[] {
  const rules = new Map(policies.map((policy) => [policy.id, ruleOf(policy)]));
  for (const finding of findings) if (!rules.has(finding.id)) rules.set(finding.id, ruleOf(summaryOf(finding)));
  return [...rules.values()].sort((a, b) => byCodeUnits(a.id, b.id));
}

/** What can be said of a rule by one of its findings alone. */
function summaryOf({ id, policy, category, severity, docs, aliases }: Finding): PolicySummary {
  return { id, policy, title: id, category, severity, why: '', docs, aliases, tags: [] };
}

function ruleOf({ id, policy, title, category, severity, why, docs, aliases, tags }: PolicySummary): SarifRule {
  const security = securityCategories.has(category);
  const reason = why.trim();
  return {
    id,
    shortDescription: { text: title },
    ...(reason && { fullDescription: { text: reason }, help: help(title, reason, docs, aliases) }),
    ...(docs && { helpUri: docs }),
    defaultConfiguration: { level: levelOf[severity] },
    properties: {
      tags: [...new Set([category, ...(security ? ['security'] : []), ...tags])],
      precision: 'high',
      'problem.severity': problemSeverityOf[severity],
      ...(security && { 'security-severity': securitySeverityOf[severity] }),
      policy,
      aliases,
    },
  };
}

function help(title: string, why: string, docs: string, aliases: readonly string[]) {
  const same = aliases.length > 0 ? `Elsewhere: ${aliases.join(', ')}` : '';
  return {
    text: [why, same, docs].filter(Boolean).join('\n\n'),
    markdown: [`# ${title}`, why, same, docs && `[More about it](${docs})`].filter(Boolean).join('\n\n'),
  };
}
