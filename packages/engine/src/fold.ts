import { overlaps, positionAt } from '@dockwarden-internal/syntax';
import type { Finding, Severity } from './finding.ts';

const weight: Record<Severity, number> = { error: 3, warning: 2, info: 1 };

/** Findings with the same id, place and message are one, which lists all its projects. */
export function unite(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const { source, span } = finding.place;
    const key = [finding.id, source.path, span.start, span.end, finding.message].join('\0');
    const same = seen.get(key);
    seen.set(key, same ? { ...same, projects: [...new Set([...same.projects, ...finding.projects])].sort() } : finding);
  }
  return [...seen.values()];
}

/** Two findings that share an alias and overlap say the same: the graver stays and names the other. */
export function foldAliases(findings: readonly Finding[]): Finding[] {
  const byAlias = new Map<string, Finding[]>();
  const gone = new Set<Finding>();
  const also = new Map<Finding, string[]>();
  for (const finding of [...findings].sort((a, b) => weight[b.severity] - weight[a.severity])) {
    const keeper = finding.aliases
      .flatMap((alias) => byAlias.get(`${finding.place.source.path}\0${alias}`) ?? [])
      .find((other) => sameMatter(other, finding));
    if (keeper) {
      gone.add(finding);
      also.set(keeper, [...(also.get(keeper) ?? []), finding.id]);
      continue;
    }
    for (const alias of finding.aliases) {
      const key = `${finding.place.source.path}\0${alias}`;
      const list = byAlias.get(key);
      if (list) list.push(finding);
      else byAlias.set(key, [finding]);
    }
  }
  return findings
    .filter((finding) => !gone.has(finding))
    .map((finding) => (also.has(finding) ? { ...finding, also: also.get(finding)! } : finding));
}

function sameMatter(a: Finding, b: Finding): boolean {
  return a.policy !== b.policy && overlaps(a.place.span, b.place.span);
}

/** By file, place and id. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      compare(a.place.source.path, b.place.source.path) ||
      a.place.span.start - b.place.span.start ||
      a.place.span.end - b.place.span.end ||
      compare(a.id, b.id) ||
      compare(a.message, b.message),
  );
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function lineOf(finding: Finding): number {
  return positionAt(finding.place.source, finding.place.span.start).line;
}
