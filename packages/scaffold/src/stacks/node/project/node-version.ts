import { type EngineClaim, fitsRange, type Maybe, type ProjectModel } from '@dockwarden-internal/facts';
import type { Evidence } from '../../../model/evidence.ts';
import { DEFAULT_VERSIONS, VERSIONS_AS_OF } from '../../versions.ts';

/**
 * Lines with long support that images are made of, the oldest first.
 *
 * @source nodejs/Release
 * @asOf 2026-11-21
 */
const LINES = ['20', '22', '24', '26'] as const;

export interface NodeVersion {
  /** As a tag of the image has it: `24`, `22.3.0`. */
  readonly tag: string;
  readonly major: string;
}

/**
 * The version of Node that the project's files ask for: one that is named is taken as it is; of a range the usual version if it fits, else the newest
 * line with long support that does. A claim that no such line fits, or that is not understood, counts for nothing.
 */
export function nodeVersion({ engines = [] }: ProjectModel): { version: NodeVersion; evidence: Evidence } {
  const claims = engines.filter(({ runtime }) => runtime === 'node');
  const named = claims.map((claim) => [claim, NAMED.exec(claim.range.trim())] as const).find(([, found]) => found);
  if (named) return found(named[1]![1]!, named[0]);
  const [claim] = claims;
  const candidates = [DEFAULT_VERSIONS.node, ...[...LINES].reverse()];
  // The newest of a line is what its tag means: `>=22.12 <23` is fit for by some of 22, and so by 22.
  const fit =
    candidates.find((line) => claims.every((each) => fits(line, each) === true)) ??
    candidates.find((line) => claims.every((each) => fits(line, each) !== false));
  if (claim && fit !== undefined) return found(fit, claim);
  const tag = DEFAULT_VERSIONS.node;
  return {
    version: { tag, major: tag },
    evidence: { what: `Node ${tag}`, why: `no file names a version; long support as of ${VERSIONS_AS_OF}` },
  };
}

/** A version and no range: `22`, `v22.3`, `22.3.0`. */
const NAMED = /^[v=]?(\d{1,3}(?:\.\d{1,4}){0,2})$/;

function found(tag: string, { range, file }: EngineClaim) {
  const version = { tag, major: tag.split('.')[0]! };
  return { version, evidence: { what: `Node ${tag}`, why: `${range} in ${file}` } };
}

function fits(line: string, { runtime, range, file }: EngineClaim): Maybe<boolean> {
  return fitsRange(runtime, line, range, file);
}
