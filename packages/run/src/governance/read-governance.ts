import { type Finding, type Waivers, withBaseline } from '@dockwarden-internal/engine';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { LintOptions } from '../lint-options.ts';
import type { Governed } from './named-file.ts';
import { readBaseline } from './read-baseline.ts';
import { readWaivers } from './read-waivers.ts';

/** What a root's own files say of findings that are there all the same. */
export interface Governance {
  readonly waivers?: Waivers;
  /** The file of waivers, from the root; there may be none. Absent where waivers are not asked for. */
  readonly waiversPath?: string;
  /** Marks the findings that the baseline knows; nothing hides those of locked policies. */
  readonly markKnown: (findings: readonly Finding[], locked: ReadonlySet<string>) => readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads waivers and the baseline, as far as they are asked for. */
export async function readGovernance(
  governed: Governed,
  { noWaivers, noBaseline }: Pick<LintOptions, 'noWaivers' | 'noBaseline'>,
): Promise<Governance> {
  const waivers = noWaivers ? undefined : await readWaivers(governed);
  const baseline = noBaseline ? undefined : await readBaseline(governed);
  const known = baseline?.known;
  return {
    waivers: waivers?.waivers,
    waiversPath: waivers?.path,
    markKnown: (findings, locked) => (known ? withBaseline(findings, known, locked) : findings),
    diagnostics: [...(waivers?.diagnostics ?? []), ...(baseline?.diagnostics ?? [])],
  };
}
