import type { RunProgram } from '../model/program.ts';
import { inspectImages } from './inspect-images.ts';
import { REGISTRY_PARALLEL } from './limits.ts';
import { registryLookup } from './registry-digests.ts';

/**
 * The ONBUILD triggers of bases, by reference, in their order: instructions that run in whoever builds on them. The engine is asked, then
 * (where `registry`) the registry for those that it lacks. A base that nobody could show is absent: anything may be in it.
 */
export async function onbuildOf(
  run: RunProgram,
  references: readonly string[],
  { registry = false, signal }: { readonly registry?: boolean; readonly signal?: AbortSignal } = {},
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (references.length === 0) return new Map();
  const { images } = await inspectImages(run, references, { signal });
  const triggers = new Map([...images].map(([reference, { config }]) => [reference, config.onbuild]));
  const rest = registry ? references.filter((reference) => !triggers.has(reference)) : [];
  const remote = await registryLookup(run, rest, { parallel: REGISTRY_PARALLEL, signal });
  for (const [reference, image] of remote) {
    if (typeof image === 'string') continue;
    const all = [...image.platforms.values()].flatMap(({ config }) => config.onbuild);
    if (image.platforms.size > 0) triggers.set(reference, [...new Set(all)]);
  }
  return triggers;
}
