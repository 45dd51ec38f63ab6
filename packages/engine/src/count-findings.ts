import type { Finding } from './finding.ts';
import type { Summary } from './lint-report.ts';

/** Counts by severity; suppressed findings and those of policies in preview are counted apart. */
export function countFindings(files: number, findings: readonly Finding[]): Summary {
  const summary: { -readonly [P in keyof Omit<Summary, 'preview'>]: number } = {
    files,
    error: 0,
    warning: 0,
    info: 0,
    suppressed: 0,
  };
  let preview = 0;
  for (const finding of findings) {
    if (finding.preview && !finding.suppressed) preview++;
    else summary[finding.suppressed ? 'suppressed' : finding.severity]++;
  }
  return preview > 0 ? { ...summary, preview } : summary;
}
