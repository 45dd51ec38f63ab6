import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { EngineState } from '../docker/engine-state.ts';
import { tagFault } from '../docker/image-tags.ts';
import { keepsAttestations } from './attestations.ts';
import type { BakeTarget } from './bake-target.ts';

/** What this builder cannot do of what is asked, and tags that are none: said before anything is built, since a build may store what it then refuses. */
export function outputFaults(target: BakeTarget, engine: Pick<EngineState, 'driver' | 'store'>): Diagnostic[] {
  const { image, outputs, platforms, provenance, sbom, reproducible, tags } = target;
  const faults: Diagnostic[] = tags.flatMap((tag) => tagFault(tag) ?? []);
  const add = (what: string, why: string, hint: string) =>
    faults.push({ code: 'build/builder-cannot', message: `${image}: ${what} ${why}`, hint, exit: 2 });
  const isGraph = engine.store === 'graph';
  const kinds = new Set(outputs.map(({ kind }) => kind));
  const toEngine = kinds.has('engine');
  if (engine.driver === 'docker') {
    if (reproducible && (isGraph || kinds.has('registry')))
      add(
        '"reproducible" needs file times rewritten,',
        isGraph ? `which ${OVERLAY2} cannot do.` : "which the engine's own builder cannot do while it pushes.",
        isGraph ? OTHER_BUILDER : CONTAINER_BUILDER,
      );
    if (isGraph && platforms.length > 1) add('several platforms', `are more than ${OVERLAY2} can keep.`, OTHER_BUILDER);
    if (isGraph && (kinds.has('oci') || kinds.has('docker')))
      add('an archive of the image', `is nothing that ${OVERLAY2} can write.`, OTHER_BUILDER);
  } else if (isGraph && toEngine && platforms.length > 1) {
    add('an image of several platforms', 'cannot be loaded into an engine with the overlay2 store.', CONTAINERD_STORE);
  }
  if (!keepsAttestations(engine) && (sbom || provenance === 'max'))
    add(sbom ? 'an SBOM' : 'provenance', `is nothing that ${OVERLAY2} can keep.`, OTHER_BUILDER);
  if (isGraph && toEngine && engine.driver !== 'docker' && (sbom || provenance === 'max'))
    add('attestations', 'cannot be loaded into an engine with the overlay2 store.', CONTAINERD_STORE);
  return faults;
}

const OVERLAY2 = 'the engine with its overlay2 store';
const CONTAINERD_STORE = 'Switch the engine to the containerd image store, or push instead.';
const CONTAINER_BUILDER =
  'Make a builder with "docker buildx create --driver docker-container" and name it as "builder" in dockwarden.yaml.';
const OTHER_BUILDER = `Switch the engine to the containerd image store. Or: ${CONTAINER_BUILDER}`;
