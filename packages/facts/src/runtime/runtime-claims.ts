import { sourceText } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { EngineClaim } from '../kernel/workspace-model.ts';
import type { Stage } from '../model/dockerfile.ts';
import type { RuntimeClaim } from '../model/runtime.ts';
import { projectOf } from '../project/projects.ts';
import { dotnetRange } from './dotnet-range.ts';
import { runtimeNamed } from './runtimes.ts';
import { fitsRange } from './version-range.ts';

/**
 * The versions of runtimes that the project's files ask for (.nvmrc, engines, requires-python, go.mod, …), of those runtimes that the stage's image
 * has or may have; none outside of a project.
 */
export const runtimeClaimsOf = memo((stage: Stage): readonly RuntimeClaim[] => {
  const project = projectOf(stage.dockerfile);
  return (project?.model.engines ?? []).flatMap((claim) => {
    const runtime = runtimeNamed(stage, claim.runtime);
    if (runtime === undefined) return [];
    const version: Maybe<string> = isUnsure(runtime) ? unknown : runtime.version;
    const meant = claim.runtime === 'dotnet' ? dotnetRange(stage, claim) : claim.range;
    return meant === undefined ? [] : [claimOn(stage, claim, version, meant)];
  });
});

/** `meant`: the range that the image's version is held against. */
function claimOn(
  stage: Stage,
  { runtime, range, file, span }: EngineClaim,
  version: Maybe<string>,
  meant: string,
): RuntimeClaim {
  const satisfied = version === undefined || isUnsure(version) ? unknown : fitsRange(runtime, version, meant, file);
  const source = sourceText(file, stage.dockerfile.world.fs.read(file) ?? '');
  return { runtime, range, file, satisfied, stage, place: { source, span } };
}
