import type { EngineState } from '../docker/engine-state.ts';
import type { BakeTarget } from './bake-target.ts';

/**
 * Said in full, since the default is provenance for some drivers and none for others. An engine with the overlay2 store keeps no
 * attestations, and fails where they are asked for; provenance `min` is nobody's wish there, so it is left out.
 */
export function attestOf(
  { provenance, sbom }: Pick<BakeTarget, 'provenance' | 'sbom'>,
  engine: Pick<EngineState, 'driver' | 'store'>,
): readonly string[] {
  const kept = keepsAttestations(engine);
  return [
    provenance === 'off' || !kept ? 'type=provenance,disabled=true' : `type=provenance,mode=${provenance}`,
    ...(sbom ? ['type=sbom'] : []),
  ];
}

export function keepsAttestations({ driver, store }: Pick<EngineState, 'driver' | 'store'>): boolean {
  return driver !== 'docker' || store === 'containerd';
}
