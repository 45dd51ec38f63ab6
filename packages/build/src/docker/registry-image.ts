import type { ProgramResult, RunProgram } from '../model/program.ts';
import { type ImageConfig, isIndexType, readConfig } from './inspected-image.ts';
import { at, listAt, mapAt, readJson, textAt } from './json.ts';
import { REGISTRY_TIMEOUT } from './limits.ts';
import { normalPlatform, platformText } from './platform.ts';

/** What a registry holds under a reference. */
export interface RegistryImage {
  /** What the tag points to. */
  readonly digest: string;
  readonly kind: 'manifest' | 'index';
  /** By platform; attestations are none. */
  readonly platforms: ReadonlyMap<string, RegistryPlatform>;
}

export interface RegistryPlatform {
  readonly manifest: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly config: ImageConfig;
}

/** Why it cannot be told. `silent`: the time limit; `unreachable`: no connection. */
export type RegistryFailure = 'absent' | 'denied' | 'unreachable' | 'silent' | 'interrupted';

export interface RegistryOptions {
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  readonly builder?: string;
}

/** Asks a registry through `docker buildx imagetools`, so that credentials are docker's own matter. About 0.2 s. */
export async function inspectInRegistry(
  run: RunProgram,
  reference: string,
  { timeout = REGISTRY_TIMEOUT, signal, builder }: RegistryOptions = {},
): Promise<RegistryImage | RegistryFailure> {
  const chosen = builder === undefined ? [] : ['--builder', builder];
  const args = ['buildx', 'imagetools', 'inspect', ...chosen, '--format', '{{json .}}', '--', reference];
  const result = await run('docker', args, { timeout, signal });
  return (result.code === 0 && readRegistryImage(readJson(result.stdout))) || failureOf(result);
}

function readRegistryImage(value: unknown): RegistryImage | undefined {
  const digest = textAt(value, 'manifest', 'digest');
  if (digest === undefined) return undefined;
  const images = at(value, 'image');
  if (!isIndexType(textAt(value, 'manifest', 'mediaType'))) {
    const platform = platformText(images);
    const platforms = new Map(platform ? [[platform, platformOf(digest, images)]] : []);
    return { digest, kind: 'manifest', platforms };
  }
  const byPlatform = new Map(Object.entries(images ?? {}).map(([name, image]) => [normalPlatform(name), image]));
  const platforms = new Map<string, RegistryPlatform>();
  for (const manifest of listAt(value, 'manifest', 'manifests')) {
    const platform = platformText(at(manifest, 'platform'));
    const own = textAt(manifest, 'digest');
    // An index over one platform shows that platform's configuration without naming it.
    const image = platform && (byPlatform.get(platform) ?? (platformText(images) === platform ? images : undefined));
    if (platform && own && !platforms.has(platform)) platforms.set(platform, platformOf(own, image));
  }
  return { digest, kind: 'index', platforms };
}

function platformOf(manifest: string, image: unknown): RegistryPlatform {
  return { manifest, labels: mapAt(image, 'config', 'Labels'), config: readConfig(at(image, 'config')) };
}

function failureOf({ failure, stderr }: ProgramResult): RegistryFailure {
  if (failure === 'timeout') return 'silent';
  if (failure === 'interrupted') return 'interrupted';
  if (DENIED.test(stderr)) return 'denied';
  return /: not found\b|manifest unknown|name unknown|NAME_UNKNOWN/i.test(stderr) ? 'absent' : 'unreachable';
}

/** Docker Hub says "denied" of repositories that do not exist as well. */
export const DENIED =
  /\b(?:401|403)\b[^\n]{0,40}(?:Unauthorized|Forbidden)|unauthorized|authorization failed|insufficient_scope|access (?:to the resource is |)denied|requested access|no basic auth credentials/i;
