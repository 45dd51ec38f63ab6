import { isUnsure } from '../kernel/unsure.ts';
import type { EngineClaim } from '../kernel/workspace-model.ts';
import type { Stage } from '../model/dockerfile.ts';
import { rootBase } from '../stage/root.ts';

/**
 * The range that a claim of .NET means for an image, undefined where it does not speak of it: a global.json speaks of SDKs alone, and by its
 * rollForward of later ones, too; of a project file's framework the SDK may be any later one, and the runtime may not. Source: .NET,
 * "global.json overview" and "Select the .NET version to use".
 */
export function dotnetRange(stage: Stage, { file, range }: EngineClaim): string | undefined {
  const base = rootBase(stage);
  if (base === undefined || isUnsure(base)) return range;
  const sdk = base.env.includes('DOTNET_SDK_VERSION');
  if (!/(?:^|\/)global\.json$/.test(file)) return sdk ? `>=${range}` : range;
  if (!sdk) return undefined;
  const text = stage.dockerfile.world.fs.read(file) ?? '';
  return rolledForward(range, /"rollForward"\s*:\s*"(\w{1,20})"/.exec(text)?.[1]?.toLowerCase() ?? 'patch');
}

/** A feature band is the hundreds of the last number. */
function rolledForward(version: string, policy: string): string {
  if (policy.endsWith('major')) return `>=${version}`;
  if (policy.endsWith('minor')) return `^${version}`;
  if (policy.endsWith('feature')) return `~${version}`;
  const [, kept, band] = /^(\d+\.\d+)\.(\d+)\d\d$/.exec(version) ?? [];
  return policy.endsWith('patch') && band !== undefined ? `>=${version} <${kept}.${Number(band) + 1}00` : version;
}
