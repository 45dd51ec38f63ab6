/** From worst to least; `unknown` is what a scanner itself cannot tell. */
export const SCAN_SEVERITIES = ['critical', 'high', 'medium', 'low', 'unknown'] as const;

export type ScanSeverity = (typeof SCAN_SEVERITIES)[number];

/** What a run can be made to fail on; nothing fails on what nobody knows the weight of. */
export type ScanThreshold = Exclude<ScanSeverity, 'unknown'>;

const WORDS: Readonly<Record<string, ScanSeverity>> = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  moderate: 'medium',
  low: 'low',
  negligible: 'low',
};

/** A severity by the word that a scanner has for it. */
export function readSeverity(word: string | undefined): ScanSeverity {
  const known = word?.toLowerCase() ?? '';
  return Object.hasOwn(WORDS, known) ? WORDS[known]! : 'unknown';
}

/** The qualitative rating of a CVSS score. Source: CVSS v3.1 specification, section 5. */
export function severityOfScore(score: number): ScanSeverity {
  if (!(score > 0 && score <= 10)) return 'unknown';
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'medium' : 'low';
}

export function worse(one: ScanSeverity, other: ScanSeverity): ScanSeverity {
  return SCAN_SEVERITIES.indexOf(one) <= SCAN_SEVERITIES.indexOf(other) ? one : other;
}

export function isAtLeast(severity: ScanSeverity, threshold: ScanThreshold): boolean {
  return SCAN_SEVERITIES.indexOf(severity) <= SCAN_SEVERITIES.indexOf(threshold);
}

/** The severity that findings of policies would have. */
export const levelOfSeverity: Readonly<Record<ScanSeverity, 'error' | 'warning' | 'info'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'info',
  unknown: 'info',
};
