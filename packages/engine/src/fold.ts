import { byCodeUnits, overlaps } from '@dockwarden-internal/syntax';
import { isBuiltin } from './builtin-findings.ts';
import type { Finding, Severity } from './finding.ts';

const weight: Record<Severity, number> = { error: 3, warning: 2, info: 1 };

/** Findings of one identity say the same thing of the same words. */
export function identityOf({ id, place: { source, span }, message }: Finding): string {
  return [id, source.path, span.start, span.end, message].join('\0');
}

/**
 * Two findings that share an alias and overlap say the same: the graver stays and names the other. A policy knows more of
 * the matter than the parser, and stays over a parse fault, as grave as that.
 */
export function foldAliases(findings: readonly Finding[]): Finding[] {
  const shared = sharedAliases(findings);
  if (shared.size === 0) return [...findings];
  const byAlias = new Map<string, Finding[]>();
  const gone = new Set<Finding>();
  const folded = new Map<Finding, Finding[]>();
  const alike = findings.filter((finding) => aliasKeys(finding).some((key) => shared.has(key)));
  for (const finding of alike.sort(byRank)) {
    const keys = aliasKeys(finding).filter((key) => shared.has(key));
    const keeper = firstOf(keys, (key) => byAlias.get(key)?.find((other) => sameMatter(other, finding)));
    if (keeper) {
      gone.add(finding);
      folded.set(keeper, [...(folded.get(keeper) ?? []), finding]);
      continue;
    }
    for (const key of keys) {
      const list = byAlias.get(key);
      if (list) list.push(finding);
      else byAlias.set(key, [finding]);
    }
  }
  return findings.filter((finding) => !gone.has(finding)).map((finding) => joined(finding, folded.get(finding)));
}

/** Of equals the first by its id, so that who stays does not depend on the order in which checks run. */
function byRank(a: Finding, b: Finding): number {
  return (
    // One that fails no build hides none that does.
    Number(a.preview ?? false) - Number(b.preview ?? false) ||
    Number(isBuiltin(a)) - Number(isBuiltin(b)) ||
    weight[b.severity] - weight[a.severity] ||
    byCodeUnits(a.id, b.id)
  );
}

function joined(finding: Finding, others: readonly Finding[] | undefined): Finding {
  if (!others) return finding;
  const all = [finding, ...others];
  const severity = all.map((each) => each.severity).reduce((a, b) => (weight[a] >= weight[b] ? a : b));
  return {
    ...finding,
    severity,
    aliases: [...new Set(all.flatMap((each) => each.aliases))],
    also: others.map((each) => each.id),
  };
}

/** Aliases of a file that findings of several policies carry; a file has thousands of findings, and few of these. */
function sharedAliases(findings: readonly Finding[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const shared = new Set<string>();
  for (const finding of findings) {
    for (const key of aliasKeys(finding)) {
      const policy = first.get(key);
      if (policy === undefined) first.set(key, finding.policy);
      else if (policy !== finding.policy) shared.add(key);
    }
  }
  return shared;
}

function aliasKeys({ aliases, place }: Finding): string[] {
  return aliases.map((alias) => `${place.source.path}\0${alias}`);
}

function sameMatter(a: Finding, b: Finding): boolean {
  return a.policy !== b.policy && overlaps(a.place.span, b.place.span);
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
