import type { Finding } from '@dockwarden-internal/engine';
import type { PathOf } from '../render-context.ts';

/** The findings of one file, by what they say: those of one id stand together, where the first of them stands. */
export interface FileGroup {
  readonly path: string;
  readonly groups: readonly (readonly [Finding, ...Finding[]])[];
}

/** Groups findings, which come sorted, keeping their order. */
export function groupFindings(findings: readonly Finding[], pathOf: PathOf): FileGroup[] {
  const files = new Map<string, Map<string, [Finding, ...Finding[]]>>();
  for (const finding of findings) {
    const path = pathOf(finding.place.source.path);
    const groups = files.get(path) ?? new Map<string, [Finding, ...Finding[]]>();
    files.set(path, groups);
    const key = JSON.stringify([finding.id, finding.suppressed]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...files].map(([path, groups]) => ({ path, groups: [...groups.values()] }));
}
