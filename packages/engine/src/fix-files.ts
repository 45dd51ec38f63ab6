import { applyEdits } from '@dockwarden-internal/syntax';
import { offeredFixes, withoutOverlap } from './choose-fixes.ts';
import type { Finding, Fix } from './finding.ts';

/** A file's text by path, in place of what is on the disk. */
export type Overlay = ReadonlyMap<string, string>;

export interface FixInput {
  /** Findings of the files as they are. */
  readonly findings: readonly Finding[];
  readonly unsafe: boolean;
  /** Text of a file as it is on the disk; undefined where there is none. */
  readonly read: (path: string) => string | undefined;
  /** Lints files anew with an overlay over the disk. */
  readonly lint: (overlay: Overlay, paths: ReadonlySet<string>) => readonly Finding[];
}

/** Rounds after which a file that is still not stable is left as it is then. */
const maxRounds = 10;

/**
 * Applies fixes until nothing changes. Every change is linted again: one that adds a parse fault, keeps its finding or
 * brings a new one is taken back. Returns the new texts by path.
 */
export function fixFiles(input: FixInput): Map<string, string> {
  const changed = new Map<string, string>();
  const refused = new Set<string>();
  let findings = input.findings;
  for (let round = 0; round < maxRounds; round++) {
    const offered = offeredFixes(findings, input.unsafe).filter(({ finding }) => !refused.has(keyOf(finding)));
    if (offered.length === 0) break;
    const paths = new Set(
      offered.flatMap(({ finding, fix }) => [finding.place.source.path, ...fix.edits.map(({ source }) => source.path)]),
    );
    const before = findings.filter((finding) => paths.has(finding.place.source.path));
    const all = attempt(
      input,
      changed,
      offered.map(({ fix }) => fix),
    );
    const after = all && input.lint(all, paths);
    if (all && after && isBetter(before, after)) {
      take(changed, all);
      findings = after;
      continue;
    }
    findings = oneByOne(input, changed, offered, refused, before, paths);
  }
  return changed;
}

/** Where fixes do not go well together: each on its own, as long as it makes things better. */
function oneByOne(
  input: FixInput,
  changed: Map<string, string>,
  offered: readonly { readonly finding: Finding; readonly fix: Fix }[],
  refused: Set<string>,
  before: readonly Finding[],
  paths: ReadonlySet<string>,
): readonly Finding[] {
  for (const { finding, fix } of offered) {
    const tried = attempt(input, changed, [fix]);
    const after = tried && input.lint(tried, paths);
    if (tried && after && isBetter(before, after)) {
      take(changed, tried);
      // The other fixes were planned on the text before this one; they are planned again in the next round.
      return after;
    }
    refused.add(keyOf(finding));
  }
  return before;
}

function keyOf(finding: Finding): string {
  return `${finding.fingerprint}\0${finding.place.span.start}`;
}

/** The overlay with these fixes applied; undefined where nothing would change. */
function attempt(
  input: FixInput,
  changed: ReadonlyMap<string, string>,
  fixes: readonly Fix[],
): Map<string, string> | undefined {
  const overlay = new Map(changed);
  let differs = false;
  for (const [path, edits] of withoutOverlap(fixes)) {
    const text = changed.get(path) ?? input.read(path) ?? '';
    const edited = applyEdits(text, edits);
    if (edited === text) continue;
    overlay.set(path, edited);
    differs = true;
  }
  return differs ? overlay : undefined;
}

function take(changed: Map<string, string>, overlay: ReadonlyMap<string, string>): void {
  for (const [path, text] of overlay) changed.set(path, text);
}

/** Fewer findings than before, and of no kind more. */
function isBetter(before: readonly Finding[], after: readonly Finding[]): boolean {
  const counts = new Map<string, number>();
  for (const finding of before) if (!finding.suppressed) count(counts, finding, 1);
  for (const finding of after) if (!finding.suppressed) count(counts, finding, -1);
  let fewer = false;
  for (const left of counts.values()) {
    if (left < 0) return false;
    if (left > 0) fewer = true;
  }
  return fewer;
}

function count(counts: Map<string, number>, finding: Finding, by: number): void {
  const key = `${finding.place.source.path}\0${finding.id}`;
  counts.set(key, (counts.get(key) ?? 0) + by);
}
