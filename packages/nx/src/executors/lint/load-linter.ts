import { masksOf, renderReport, unifiedDiff } from '@dockwarden-internal/report';
import { LINT_FORMATS } from '@dockwarden-internal/run/options/lint-formats';
import { repositoryRoot } from '@dockwarden-internal/workspace/repository-root';
import { PRODUCT_VERSION } from '../../product-version.ts';
import type { Linter } from './linter.ts';

/** The real linter, loaded when a task is at hand. */
export async function loadLinter(): Promise<Linter> {
  const { lint } = await import('@dockwarden-internal/run');
  return { lint, render, diff };
}

const diff: Linter['diff'] = (changed, findings, color) =>
  unifiedDiff(changed, { color, masks: masksOf({ findings }) });

const render: Linter['render'] = async (name, outcome, { cwd, color, config }) => {
  const format = LINT_FORMATS.find((each) => each === name);
  if (format === undefined) return undefined;
  const { report, root, files } = outcome;
  const version = PRODUCT_VERSION;
  if (format === 'html') {
    const { loadHtmlReport } = await import('@dockwarden-internal/run');
    const { htmlReport } = await loadHtmlReport();
    // Images that were built are no input of the task, whose result is kept.
    return htmlReport(outcome, { cwd, version, images: false, ...(config !== undefined && { config }) });
  }
  return renderReport(format, report, {
    version,
    root,
    cwd,
    repository: repositoryRoot(root) ?? root,
    files,
    // A folder of this machine would make the file another on every machine.
    local: false,
    pretty: { color },
  });
};
