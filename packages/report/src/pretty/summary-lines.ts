import type { LintReport } from '@dockwarden-internal/engine';
import { counted } from '../text/counted.ts';
import type { Styles } from './styles.ts';

/** The last words of the report: how much was found where, and how much of it can be mended at once. */
export function summaryLines({ summary, findings, diagnostics }: LintReport, styles: Styles): string[] {
  const { files, error, warning, info, suppressed, preview = 0 } = summary;
  const active = findings.filter((finding) => !finding.suppressed);
  const places = new Set(active.map((finding) => finding.place.source.path)).size;
  const asides = [
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(diagnostics.length > 0 ? [counted(diagnostics.length, 'problem')] : []),
  ];
  const aside = asides.map((text) => styles.dim(` · ${text}`)).join('');
  if (active.length === 0 && files === 0)
    return [
      styles.dim(diagnostics.length > 0 ? '0 files linted' : '0 files: no Dockerfile or Compose file to lint') + aside,
    ];
  if (active.length === 0) return [styles.dim(`${counted(files, 'file')}, nothing to report`) + aside];
  const counts = [
    ...(error > 0 ? [styles.error(counted(error, 'error'))] : []),
    ...(warning > 0 ? [styles.warning(counted(warning, 'warning'))] : []),
    ...(info > 0 ? [styles.info(`${info} info`)] : []),
    ...(preview > 0 ? [styles.info(`${preview} in preview`)] : []),
  ];
  return [
    `${counts.join(', ')} in ${places} of ${counted(Math.max(files, places), 'file')}${aside}`,
    ...fixLines(active, styles),
  ];
}

function fixLines(active: LintReport['findings'], styles: Styles): string[] {
  const fixable = (safety: 'safe' | 'unsafe') => active.filter(({ fix }) => fix?.safety === safety).length;
  const safe = fixable('safe');
  const unsafe = fixable('unsafe');
  const parts = [
    ...(safe > 0 ? [`${safe} fixable with --fix`] : []),
    ...(unsafe > 0 ? [`${unsafe}${safe > 0 ? ' more' : ''}${safe > 0 ? '' : ' fixable'} with --fix --unsafe`] : []),
  ];
  return parts.length > 0 ? [styles.dim(parts.join(', '))] : [];
}
