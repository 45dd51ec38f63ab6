import { summarize } from '@dockwarden-internal/engine';
import { exactPathsFrom, renderJson } from '@dockwarden-internal/report';
import type { BuildOutcome } from './build-outcome.ts';

/** A run of builds as JSON: its images, and findings and diagnostics in the shape of a lint's report. */
export function buildJson(
  { images, diagnostics, notes, root, bake }: BuildOutcome,
  { cwd, version }: { readonly cwd: string; readonly version: string },
): string {
  const report = summarize(
    images.length,
    images.flatMap(({ findings }) => findings),
    diagnostics,
    [],
  );
  const shown = JSON.parse(renderJson(report, { version, pathOf: exactPathsFrom(root, cwd) })) as Record<
    string,
    unknown
  >;
  const json = {
    version: 1,
    tool: shown['tool'],
    images: images.map(({ findings, failure, ...image }) => ({
      ...image,
      findings: findings.map(({ fingerprint }) => fingerprint),
      failure: failure ?? null,
    })),
    findings: shown['findings'],
    diagnostics: shown['diagnostics'],
    notes,
    ...(bake && { bake }),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
