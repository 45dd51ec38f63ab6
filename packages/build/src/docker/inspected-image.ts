import { parseReference } from '@dockwarden-internal/syntax';
import type { ImageDigests } from './image-digests.ts';
import { at, mapAt, textAt, textsAt } from './json.ts';
import { platformText } from './platform.ts';

/** An image as the engine, or a registry, tells it. */
export interface InspectedImage {
  /** What the engine calls it by: digest of the index, manifest or configuration. */
  readonly id: string;
  readonly digests: ImageDigests;
  /** Whole references with digest under which it was pulled or pushed. */
  readonly repoDigests: readonly string[];
  readonly repoTags: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  /** Of the configuration that is shown: for an index, the engine's own platform or the only one. */
  readonly platform?: string;
  /** Bytes as the store counts them: unpacked in overlay2, compressed in containerd's. */
  readonly size?: number;
  /** RFC 3339. */
  readonly created?: string;
  readonly config: ImageConfig;
  /** Digests of the unpacked layers, from the base up. */
  readonly layers: readonly string[];
}

/** Source: OCI image specification, image configuration. */
export interface ImageConfig {
  readonly user?: string;
  readonly env: ReadonlyMap<string, string>;
  readonly exposedPorts: readonly string[];
  readonly volumes: readonly string[];
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly workingDir?: string;
  readonly stopSignal?: string;
  /** Words of the test; `NONE` first where it is switched off. */
  readonly healthcheck?: readonly string[];
  readonly onbuild: readonly string[];
}

/** Reads one element of what `docker image inspect` prints. */
export function readInspected(value: unknown): InspectedImage | undefined {
  const id = textAt(value, 'Id');
  if (id === undefined) return undefined;
  const size = at(value, 'Size');
  return {
    id,
    digests: digestsOf(value, id),
    repoDigests: textsAt(value, 'RepoDigests'),
    repoTags: textsAt(value, 'RepoTags'),
    labels: mapAt(value, 'Config', 'Labels'),
    platform: platformText(value),
    size: typeof size === 'number' ? size : undefined,
    created: textAt(value, 'Created'),
    config: readConfig(at(value, 'Config')),
    layers: textsAt(value, 'RootFS', 'Layers'),
  };
}

/** The keys are those of the specification, which the engine prints as they are. */
export function readConfig(config: unknown): ImageConfig {
  const env = textsAt(config, 'Env').map((each): [string, string] => {
    const equals = each.indexOf('=');
    return equals < 0 ? [each, ''] : [each.slice(0, equals), each.slice(equals + 1)];
  });
  const healthcheck = at(config, 'Healthcheck', 'Test');
  return {
    user: textAt(config, 'User'),
    env: new Map(env),
    exposedPorts: keysAt(config, 'ExposedPorts'),
    volumes: keysAt(config, 'Volumes'),
    entrypoint: textsAt(config, 'Entrypoint'),
    command: textsAt(config, 'Cmd'),
    workingDir: textAt(config, 'WorkingDir'),
    stopSignal: textAt(config, 'StopSignal'),
    ...(Array.isArray(healthcheck) && { healthcheck: textsAt(healthcheck) }),
    onbuild: textsAt(config, 'OnBuild'),
  };
}

function keysAt(value: unknown, key: string): readonly string[] {
  const found = at(value, key);
  return typeof found === 'object' && found !== null ? Object.keys(found) : [];
}

/** Only the containerd store shows a descriptor; without one the id is the configuration's digest. */
function digestsOf(value: unknown, id: string): ImageDigests {
  const type = textAt(value, 'Descriptor', 'mediaType');
  const digest = textAt(value, 'Descriptor', 'digest') ?? id;
  if (type === undefined) return { config: id };
  if (isIndexType(type)) return { index: digest };
  const config = textAt(value, 'Descriptor', 'annotations', 'config.digest');
  return { manifest: digest, ...(config && { config }) };
}

/** Source: OCI image specification (index), Docker image manifest v2 (manifest list). */
export function isIndexType(mediaType: string | undefined): boolean {
  return mediaType !== undefined && /\bimage\.index\b|\bmanifest\.list\b/.test(mediaType);
}

/** The digest under which a registry holds the image of this name, as far as the engine knows. */
export function repoDigestFor({ repoDigests }: InspectedImage, name: string): string | undefined {
  for (const text of repoDigests) {
    const reference = parseReference(text);
    if (!('fault' in reference) && reference.name === name) return reference.digest;
  }
  return undefined;
}
