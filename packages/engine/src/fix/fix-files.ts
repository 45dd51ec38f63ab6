import { applyEdits } from '@dockwarden-internal/syntax';
import type { Finding } from '../finding.ts';
import { inOrder } from '../in-order.ts';
import { type Offer, offeredFixes, withoutOverlap } from './choose-fixes.ts';
import { depths, half } from './depths.ts';
import { type FixGroup, groupFixes } from './fix-groups.ts';
import { brokenPaths, type FaultCounts, spoiledPaths } from './fix-verdict.ts';
import { type Refused, refusals } from './refusals.ts';

/** A file's text by path, in place of what is on the disk. */
export type Overlay = ReadonlyMap<string, string>;

export interface FixInput {
  /** Findings of all files as they are. */
  readonly findings: readonly Finding[];
  /** Whether a finding is to be mended; absent: all. */
  readonly wanted?: (finding: Finding) => boolean;
  readonly unsafe: boolean;
  /** Text of a file as it is on the disk; undefined where there is none. */
  readonly read: (path: string) => string | undefined;
  /** Lints all files anew with an overlay over the disk. */
  readonly lint: (overlay: Overlay) => readonly Finding[];
  /** How much of these files a parser refuses, whichever policies are on. */
  readonly faults: (overlay: Overlay, paths: Iterable<string>) => FaultCounts;
}

export interface Mended {
  /** The new texts by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether the fix of a finding that is left was tried and taken back, so that a further run would not apply it either. */
  readonly wasRefused: (finding: Finding, all: readonly Finding[]) => boolean;
}

interface State {
  readonly texts: Overlay;
  readonly findings: readonly Finding[];
}

/** How often everything is linted anew before the files are left as they are then. */
const mostTries = 200;

/**
 * Applies fixes until nothing changes. Every change is linted again: one that adds a parse fault, keeps its finding or
 * brings a new one is taken back.
 */
export function fixFiles(input: FixInput): Mended {
  let refused = refusals();
  // What was refused before another fix was applied may fit since: a second run would try it again.
  let isStale = false;
  let state: State = { texts: new Map(), findings: input.findings };
  // Groups that are tried together: half as many where a fix spoils a file that none of them speaks of.
  let width = Number.POSITIVE_INFINITY;
  const depth = depths();
  const apply = (parts: readonly FixGroup[], next: State) => {
    state = next;
    isStale = refused.some();
    for (const part of parts) depth.deepen(part);
  };
  for (let tries = 0; tries < mostTries; tries++) {
    const groups = groupFixes(offersIn(state, input, refused)).slice(0, width);
    if (groups.length === 0) {
      if (!isStale) break;
      refused = refusals();
      isStale = false;
      continue;
    }
    const parts = groups.map(depth.cut);
    const { next, spoiled } = attempt(input, state, parts);
    if (next) {
      apply(parts, next);
      width *= 2;
      continue;
    }
    if (spoiled.length === 0 && parts.length > 1) {
      width = half(parts.length);
      continue;
    }
    const culprits = spoiled.length > 0 ? spoiled : parts;
    for (const part of culprits) {
      if (part.offers.length === 1) refused.add(part.offers[0]!.finding, state.findings);
      else depth.halve(part);
    }
    const good = parts.filter((part) => !culprits.includes(part));
    const others = good.length > 0 ? attempt(input, state, good) : undefined;
    if (others?.next) apply(good, others.next);
    const isUnexplained = others && !others.next && others.spoiled.length === 0;
    width = isUnexplained ? half(good.length) : width * 2;
  }
  return { texts: state.texts, wasRefused: refused.has };
}

function offersIn({ findings }: State, { unsafe, wanted }: FixInput, refused: Refused): Offer[] {
  const offers = offeredFixes(inOrder(findings), unsafe);
  return offers.filter(({ finding }) => (!wanted || wanted(finding)) && !refused.has(finding, findings));
}

/** The files with these fixes applied; without, the groups that are to blame, none where it was in a file that none of them speaks of. */
function attempt(
  { read, lint, faults }: FixInput,
  { texts, findings }: State,
  groups: readonly FixGroup[],
): { readonly next?: State; readonly spoiled: readonly FixGroup[] } {
  const { edits, taken } = withoutOverlap(groups.flatMap(({ offers }) => offers));
  const changed = new Map(texts);
  for (const [path, list] of edits) changed.set(path, applyEdits(texts.get(path) ?? read(path) ?? '', list));
  const after = lint(changed);
  const spoiled = spoiledPaths(findings, after, taken);
  const paths = spoiled.size > 0 ? spoiled : brokenPaths(faults(texts, edits.keys()), faults(changed, edits.keys()));
  if (paths.size === 0) return { next: { texts: changed, findings: after }, spoiled: [] };
  return { spoiled: groups.filter((group) => [...group.paths].some((path) => paths.has(path))) };
}
