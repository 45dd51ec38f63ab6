import type { Finding, LintReport, Severity } from '@dockwarden-internal/engine';
import { someFinding } from '@dockwarden-internal/engine/testing/some-finding';
import type { LintOptions, LintOutcome } from '@dockwarden-internal/run';
import { type Diagnostic, sourceText } from '@dockwarden-internal/syntax';
import type { LintTask } from '../executors/lint/lint-task.ts';
import type { Linter } from '../executors/lint/linter.ts';

export function finding(path: string, severity: Severity = 'error', more: Partial<Finding> = {}): Finding {
  return someFinding('image/tag', 5, 9, {
    severity,
    category: 'supply-chain',
    message: `${path} has no tag`,
    aliases: [],
    fingerprint: path,
    place: { source: sourceText(path, 'FROM node\n'), span: { start: 5, end: 9 } },
    ...more,
  });
}

export function reportOf(findings: readonly Finding[], diagnostics: readonly Diagnostic[] = []): LintReport {
  return { findings, diagnostics, summary: { files: 7, error: 0, warning: 0, info: 0, suppressed: 0 }, policies: [] };
}

/** A linter that answers every run with this outcome, writes down what it was asked, and renders one line per finding. */
export function fakeLinter(outcome: Partial<LintOutcome> = {}): Linter & { readonly asked: LintOptions[] } {
  const asked: LintOptions[] = [];
  return {
    asked,
    async lint(options) {
      asked.push(options);
      return {
        report: reportOf([]),
        root: options.cwd,
        files: [...(options.paths ?? [])],
        changed: [],
        before: [],
        exitCode: 0,
        ...outcome,
      };
    },
    diff: (changed) => changed.map(({ path, before, after }) => `${path}: ${before} -> ${after}\n`).join(''),
    async render(format, { report: { findings, diagnostics, summary } }) {
      if (format !== 'pretty' && format !== 'json') return undefined;
      const lines = [...findings, ...diagnostics].map(({ message }) => message);
      return `${[format, ...lines, `${summary.files} files, ${summary.error} errors`].join('\n')}\n`;
    },
  };
}

export function task(project: string, options: LintTask['options'] = {}, cached = true): LintTask {
  const root = `apps/${project}`;
  return {
    id: `${project}:docker-lint`,
    project,
    root,
    cached,
    marked: true,
    options: { files: [`${root}/Dockerfile`], ...options },
  };
}
