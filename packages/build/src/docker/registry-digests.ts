import { parseReference } from '@dockwarden-internal/syntax';
import type { RemoteReference } from '../model/image-inputs.ts';
import type { ResolvedReference } from '../model/image-plan.ts';
import type { RunProgram } from '../model/program.ts';
import { eachBounded } from './bounded.ts';
import { inspectInRegistry, type RegistryFailure, type RegistryImage, type RegistryOptions } from './registry-image.ts';

/** Looks each name up once, in parallel. A registry that does not answer is not asked again in this run. */
export async function registryLookup(
  run: RunProgram,
  names: readonly string[],
  { parallel, ...options }: RegistryOptions & { readonly parallel: number },
): Promise<ReadonlyMap<string, RegistryImage | RegistryFailure>> {
  const distinct = [...new Set(names)];
  const silent = new Set<string>();
  const found = await eachBounded(distinct, parallel, async (name) => {
    const host = hostOf(name);
    if (silent.has(host)) return 'silent';
    const image = await inspectInRegistry(run, name, options);
    if (image === 'silent') silent.add(host);
    return image;
  });
  return new Map(distinct.map((name, index) => [name, found[index]!]));
}

function hostOf(name: string): string {
  const reference = parseReference(name);
  return 'fault' in reference ? '' : reference.registry;
}

/** The manifests of the wanted platforms; undefined where the registry lacks one of them. */
export function byRegistry(
  reference: RemoteReference,
  image: RegistryImage,
  platforms: readonly string[],
): ResolvedReference | undefined {
  const digests = new Map<string, string>();
  for (const platform of platforms) {
    const manifest = image.platforms.get(platform)?.manifest;
    // A single manifest is used whatever platform it says; only an index can lack one.
    if (manifest === undefined && image.kind === 'index') return undefined;
    digests.set(platform, manifest ?? image.digest);
  }
  return { reference, digests, digestKind: 'manifest', by: 'registry', pin: image.digest };
}
