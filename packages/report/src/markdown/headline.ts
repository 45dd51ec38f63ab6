import type { LintReport } from '@dockwarden-internal/engine';
import { counted } from '../text/counted.ts';

/** The heading with what was found, and below it where, and what can be mended at once. */
export function headline({ summary, findings, diagnostics }: LintReport): string {
  const { files, suppressed, preview = 0 } = summary;
  const active = findings.filter((finding) => !finding.suppressed);
  const places = new Set(active.map(({ place }) => place.source.path)).size;
  const fixable = active.filter(({ fix }) => fix?.safety === 'safe').length;
  const asides = [
    active.length > 0 ? `In ${places} of ${counted(files, 'file')}` : counted(files, 'file'),
    ...(fixable > 0 ? [`${fixable} fixable with \`dockwarden lint --fix\``] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
  ];
  const found = [
    ...severityCounts(summary),
    ...(preview > 0 ? [`${preview} in preview`] : []),
    ...(diagnostics.length > 0 ? [counted(diagnostics.length, 'problem')] : []),
  ];
  const verdict = found.length > 0 ? listed(found) : 'nothing to report';
  const sign = summary.error > 0 || diagnostics.length > 0 ? '❌' : active.length > 0 ? '⚠️' : '✅';
  return `## ${sign} Dockwarden: ${verdict}\n\n${asides.join(' · ')}`;
}

/** `2 errors`, `1 warning`, `3 info`: those that there are. */
export function severityCounts({ error, warning, info }: Pick<LintReport['summary'], 'error' | 'warning' | 'info'>) {
  return [
    ...(error > 0 ? [counted(error, 'error')] : []),
    ...(warning > 0 ? [counted(warning, 'warning')] : []),
    ...(info > 0 ? [`${info} info`] : []),
  ];
}

function listed(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');
}
