import type { Severity } from '@dockwarden-internal/engine';

export type SarifLevel = 'error' | 'warning' | 'note';

export const levelOf: Record<Severity, SarifLevel> = { error: 'error', warning: 'warning', info: 'note' };

/** GitHub's `problem.severity` of a rule that is no security rule. */
export const problemSeverityOf: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
};

/** GitHub reads a number from 0 to 10 and names it: high from 7.0, medium from 4.0, low below. */
export const securitySeverityOf: Record<Severity, string> = { error: '8.0', warning: '5.0', info: '2.0' };

/** Categories whose policies guard against an attacker; only rules tagged `security` become security alerts. */
export const securityCategories: ReadonlySet<string> = new Set(['security', 'supply-chain', 'runtime-hardening']);
