import type { EngineClaim } from '@dockwarden-internal/facts';
import type { App } from '../model/app.ts';
import type { Evidence } from '../model/evidence.ts';
import { VERSIONS_AS_OF } from '../stacks/versions.ts';

export interface ChosenVersion {
  readonly version: string;
  readonly evidence: Evidence;
}

/** The first claim of a runtime that `read` makes a version of, else the default: with the reason for it. */
export function claimedVersion(
  { project }: App,
  runtime: { readonly name: string; readonly title: string; readonly byDefault: string },
  read: (claim: EngineClaim) => string | undefined,
): ChosenVersion {
  for (const claim of project.engines ?? []) {
    const version = claim.runtime === runtime.name ? read(claim) : undefined;
    if (version !== undefined)
      return { version, evidence: { what: `${runtime.title} ${version}`, why: `${claim.range} in ${claim.file}` } };
  }
  return byDefault(runtime);
}

function byDefault({ title, byDefault: version }: { title: string; byDefault: string }): ChosenVersion {
  return {
    version,
    evidence: { what: `${title} ${version}`, why: `no file names a version; current on ${VERSIONS_AS_OF}` },
  };
}

/** `1.25` of `1.25.3`, `go1.25rc1`, `v1.25`; undefined for what is no version. */
export function majorMinor(text: string): string | undefined {
  return /^\D{0,4}(\d{1,4}\.\d{1,4})/.exec(text)?.[1];
}
