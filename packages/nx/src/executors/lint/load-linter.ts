import {
  masksOf,
  pathsFrom,
  renderGithub,
  renderJson,
  renderPretty,
  renderSarif,
  unifiedDiff,
} from '@dockwarden-internal/report';
import { PRODUCT_VERSION } from '../../product-version.ts';
import type { Linter } from './linter.ts';

/** The real linter, loaded when a task is at hand. */
export async function loadLinter(): Promise<Linter> {
  const { lint } = await import('@dockwarden-internal/run');
  return { lint, render, diff };
}

const diff: Linter['diff'] = (changed, findings, color) =>
  unifiedDiff(changed, { color, masks: masksOf({ findings }) });

const render: Linter['render'] = (format, report, { root, cwd, color }) => {
  const context = { version: PRODUCT_VERSION, pathOf: pathsFrom(root, cwd) };
  switch (format) {
    case 'pretty':
      return renderPretty(report, context, { color });
    case 'json':
      return renderJson(report, context);
    case 'sarif':
      // Without the root: an absolute path would make the file another on every machine.
      return renderSarif(report, context);
    case 'github':
      return renderGithub(report, context);
    default:
      return undefined;
  }
};
