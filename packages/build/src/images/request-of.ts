import type { ImageSettings } from '@dockwarden-internal/policy';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { normalPlatform } from '../docker/platform.ts';
import type { ImageRequest } from '../model/image-request.ts';
import { byteSize } from './byte-size.ts';
import type { WrittenAt } from './image-draft.ts';
import { slug } from './image-names.ts';
import { joinSettings } from './join-settings.ts';
import { isPlatform } from './platform.ts';
import { requestProblems } from './request-problems.ts';

/** What requests of a run have in common. */
export interface RequestSurroundings {
  readonly ci?: boolean;
  readonly push?: boolean;
}

/** Settings with where their keys are written. */
export interface SettingsLayer {
  readonly settings: ImageSettings;
  readonly placeOf: (...path: readonly (string | number)[]) => WrittenAt;
}

export interface RequestReading {
  readonly request: ImageRequest;
  readonly diagnostics: readonly Diagnostic[];
}

/** Joins what is said of an image, later layers going before earlier ones key by key, and fills in what holds where nothing is said. */
export function requestOf(
  image: { readonly name: string; readonly project?: string },
  layers: readonly SettingsLayer[],
  { ci = false, push = false }: RequestSurroundings = {},
): RequestReading {
  const said = joinSettings(layers.map(({ settings }) => settings));
  const reuse = said.reuse ?? {};
  const budget = said.budget === undefined ? undefined : byteSize(said.budget);
  const request: ImageRequest = {
    args: new Map(Object.entries(said.args ?? {}).map(([name, value]) => [name, String(value)])),
    contexts: mapOf(said.contexts),
    platforms: [...new Set((said.platforms ?? []).map(platformOf))],
    repository: imageRepository(image, said.repository),
    tags: said.tags ?? [],
    labels: mapOf(said.labels),
    annotations: mapOf(said.annotations),
    secrets: said.secrets ?? [],
    ssh: said.ssh ?? [],
    cacheFrom: (said.cacheFrom ?? []).map((cache) => named(cache, image)),
    cacheTo: (said.cacheTo ?? []).map((cache) => named(cache, image)),
    provenance: said.provenance ?? 'min',
    sbom: said.sbom ?? false,
    ...(said.builder !== undefined && { builder: said.builder }),
    reproducible: said.reproducible ?? false,
    revision: said.revision ?? 'inputs',
    created: said.created ?? 'commit',
    bases: said.bases ?? (ci || push ? 'resolve' : 'local'),
    ...(said.refresh !== undefined && { refresh: said.refresh }),
    contextMode: said.contextMode ?? 'staged',
    contextGit: said.contextGit ?? false,
    ...(budget !== undefined && { budget }),
    pass: { revision: 'GIT_SHA', created: 'BUILD_DATE', version: 'VERSION', ...said.pass },
    ...(said.version !== undefined && { version: said.version }),
    reuse: {
      ...(reuse.registry !== undefined && { registry: reuse.registry }),
      engine: reuse.engine ?? false,
      content: reuse.content ?? false,
      protected: reuse.protected ?? [],
    },
    ...(said.prepare && said.prepare.length > 0 && { prepare: said.prepare }),
    allowedSecretArgs: said.allowSecretArgs ?? [],
  };
  return { request, diagnostics: requestProblems(image.name, said, request, layers) };
}

/** What is no platform stays as it is, for the diagnostic to name. */
function platformOf(text: string): string {
  const platform = text.trim().toLowerCase();
  return isPlatform(platform) ? normalPlatform(platform) : platform;
}

/** `{image}` and `{project}` stand for their names as a repository can have them. */
export function imageRepository(
  image: { readonly name: string; readonly project?: string },
  template: string | undefined,
): string {
  return template === undefined ? `dockwarden.local/${slug(image.name) || 'image'}` : named(template, image);
}

/** Of caches too: images that write to one and the same would overwrite each other's. Source: BuildKit, "Cache scope". */
function named(template: string, image: { readonly name: string; readonly project?: string }): string {
  const name = slug(image.name) || 'image';
  return template.replaceAll('{image}', name).replaceAll('{project}', slug(image.project ?? image.name) || name);
}

function mapOf(record: Readonly<Record<string, string>> | undefined): ReadonlyMap<string, string> {
  return new Map(Object.entries(record ?? {}));
}
