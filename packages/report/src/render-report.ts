import type { LintReport } from '@dockwarden-internal/engine';
import { renderGithub } from './github/render-github.ts';
import { renderGitlab } from './gitlab/render-gitlab.ts';
import { jsonPieces } from './json/render-json.ts';
import { renderJunit } from './junit/render-junit.ts';
import { renderMarkdown } from './markdown/render-markdown.ts';
import { exactPathsFrom, pathsFrom } from './path-of.ts';
import type { PrettyOptions } from './pretty/render-pretty.ts';
import { renderPretty } from './pretty/render-pretty.ts';
import { renderSarif } from './sarif/render-sarif.ts';

/** The reports that are made of nothing but what a run found. */
export type ReportFormat = 'pretty' | 'json' | 'sarif' | 'github' | 'gitlab' | 'junit' | 'markdown';

/** Where a report is read, and by whom. Folders are absolute. */
export interface ReportView {
  /** Of the product. */
  readonly version: string;
  /** What the report's paths start from. */
  readonly root: string;
  /** What printed paths start from. */
  readonly cwd: string;
  /** The folder of the repository, which services that show a report beside its files start from. */
  readonly repository: string;
  /** Paths of all files that were looked at. */
  readonly files: readonly string[];
  /** True where the report may name folders of this machine. */
  readonly local: boolean;
  readonly pretty: PrettyOptions;
}

export function renderReport(format: ReportFormat, report: LintReport, view: ReportView): string {
  return [...renderPieces(format, report, view)].join('');
}

/** The same in pieces, of which there are several where a report may be long. */
export function renderPieces(format: ReportFormat, report: LintReport, view: ReportView): Iterable<string> {
  const { version, root, cwd } = view;
  return format === 'json'
    ? jsonPieces(report, { version, pathOf: exactPathsFrom(root, cwd) })
    : [renderWhole(format, report, view)];
}

function renderWhole(format: Exclude<ReportFormat, 'json'>, report: LintReport, view: ReportView): string {
  const { version, root, cwd, repository, files, local } = view;
  const context = { version, pathOf: pathsFrom(root, cwd) };
  switch (format) {
    case 'pretty':
      return renderPretty(report, context, view.pretty);
    case 'sarif':
      return renderSarif(report, { version, pathOf: exactPathsFrom(root, root), ...(local && { root }) });
    case 'github':
      return renderGithub(report, { pathOf: exactPathsFrom(root, cwd) });
    case 'gitlab':
      return renderGitlab(report, { pathOf: exactPathsFrom(root, repository) });
    case 'junit':
      return renderJunit(report, { ...context, files });
    case 'markdown':
      return renderMarkdown(report, context);
  }
}
