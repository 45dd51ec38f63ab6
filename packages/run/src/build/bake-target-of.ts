import { isAbsolute, join } from 'node:path';
import {
  type BakeOutput,
  type BakeTarget,
  CONTENT_LABEL,
  contentTag,
  type EngineState,
  type Fresh,
  KEY_LABEL,
  keyTag,
  pinnedContexts,
  type StagedImage,
} from '@dockwarden-internal/build';
import type { PlannedImage } from './planned-image.ts';
import { writtenCaches } from './written-caches.ts';

export interface BakeTargetInput {
  /** Absolute. */
  readonly root: string;
  readonly engine: Pick<EngineState, 'driver' | 'store'>;
  /** Absent where the builder reads the workspace itself. */
  readonly staged?: StagedImage;
  readonly outputs: readonly BakeOutput[];
  readonly fresh?: Fresh;
  /** Whether caches that others believe may be written to: only runs on a protected ref do. */
  readonly writesCaches: boolean;
}

/** What one image's build is handed. */
export function bakeTargetOf({ image, plan, keys }: PlannedImage, input: BakeTargetInput): BakeTarget {
  const { root, engine, staged, outputs, fresh, writesCaches } = input;
  const { request, target } = image;
  const { inputs, stamp, references, contexts } = plan;
  const given = inputs.args.flatMap(({ name, value, given: isGiven }) =>
    isGiven && value !== undefined ? [[name, value] as const] : [],
  );
  const folders = contexts.flatMap(({ inputs: { name, directory } }) =>
    name === undefined ? [] : [[name, staged?.contexts.get(name) ?? join(root, directory)] as const],
  );
  const elsewhere = [...request.contexts].filter(([, value]) =>
    /^(?:docker-image|oci-layout|https?|git):/i.test(value),
  );
  const tagged = outputs.some(({ kind }) => kind === 'engine' || kind === 'registry');
  return {
    image: image.name,
    context: staged?.context ?? join(root, image.context ?? '.'),
    dockerfile: staged?.dockerfile ?? join(root, image.dockerfile),
    ...(target !== undefined && { target }),
    args: new Map([...given, ...stamp.args]),
    epoch: stamp.epoch,
    labels: new Map([...stamp.labels, [KEY_LABEL, keys.key], [CONTENT_LABEL, keys.content]]),
    // An engine that knows no manifests has no place for what is said of one.
    annotations: engine.driver === 'docker' && engine.store === 'graph' ? new Map() : stamp.annotations,
    contexts: new Map([...pinnedContexts(references), ...elsewhere, ...folders]),
    parents: inputs.parents,
    platforms: request.platforms,
    tags: tagged
      ? [
          `${request.repository}:${keyTag(keys.key)}`,
          ...(request.reuse.content ? [`${request.repository}:${contentTag(keys.content)}`] : []),
        ]
      : [],
    secrets: request.secrets.map(({ file, ...secret }) => ({
      ...secret,
      ...(file !== undefined && { file: isAbsolute(file) ? file : join(root, file) }),
    })),
    ssh: request.ssh,
    cacheFrom: request.cacheFrom,
    cacheTo: writtenCaches(request.cacheTo, writesCaches).written,
    provenance: request.provenance,
    sbom: request.sbom,
    outputs,
    reproducible: request.reproducible,
    ...(fresh && { fresh }),
  };
}
