import type { ImageInputs } from '../model/image-inputs.ts';
import type { ContextFiles, ResolvedReference, Stamp } from '../model/image-plan.ts';
import { type ContentParts, contentOf } from './content.ts';
import { digestOf } from './digest-of.ts';
import { KEY_FORMAT, keyOf } from './key.ts';

/** Two digests of an image, 64 hexadecimal digits each. */
export interface Keys {
  /** Over what the build can read. */
  readonly content: string;
  /** Over the content, the stamp and the request. */
  readonly key: string;
}

/** The digests of an image in this run; of several platforms, `key` is over the keys of each. */
export interface ImageKeys extends Keys {
  /** By platform; empty where only the builder's own is built and nothing tells which that is. */
  readonly platforms: ReadonlyMap<string, Keys>;
}

export interface KeyRequest {
  readonly inputs: ImageInputs;
  readonly contexts: readonly ContextFiles[];
  readonly references: readonly ResolvedReference[];
  readonly stamp: Stamp;
  /** What the images of the workspace that it is built on have, by the reference that names them. */
  readonly parents?: ReadonlyMap<string, ImageKeys>;
  /** Options of the exporter that change bytes. */
  readonly exporter?: ReadonlyMap<string, string>;
  /** Commit of HEAD where `.git` is handed to the build. */
  readonly gitHead?: string;
  /** The builder's own platform, `linux/amd64`: what is built where none is asked for. */
  readonly buildPlatform?: string;
}

/** Content and key of an image, whole and for each platform. What becomes of another platform does not change a platform's, so that one can be built alone. */
export function keysOf(request: KeyRequest): ImageKeys {
  const { platforms, pass, provenance, sbom, reproducible, contextMode } = request.inputs.image.request;
  const own = request.buildPlatform === undefined ? [] : [request.buildPlatform];
  const wanted = [...new Set(platforms.length > 0 ? platforms : own)].sort();
  const keys = (platform?: string): Keys => {
    const content = contentOf(contentParts(request, platform), platform);
    const asked = { provenance, sbom, reproducible, contextMode, createdArg: pass.created, exporter: request.exporter };
    const parents = ofParents(request, platform, 'key');
    const key = keyOf({
      ...asked,
      content,
      parents,
      stamp: request.stamp,
      platforms: platform === undefined ? [] : [platform],
    });
    return { content, key };
  };
  const each = new Map(wanted.map((platform) => [platform, keys(platform)]));
  if (each.size < 2) return { ...(each.get(wanted[0]!) ?? keys()), platforms: each };
  return { content: joined(each, 'content'), key: joined(each, 'key'), platforms: each };
}

function contentParts(request: KeyRequest, platform: string | undefined): ContentParts {
  const { inputs, contexts, references, gitHead, buildPlatform } = request;
  return { inputs, contexts, references, gitHead, buildPlatform, parents: ofParents(request, platform, 'content') };
}

function ofParents(
  { parents }: KeyRequest,
  platform: string | undefined,
  which: keyof Keys,
): ReadonlyMap<string, string> {
  const keys = (parent: ImageKeys): Keys =>
    (platform === undefined ? undefined : parent.platforms.get(platform)) ?? parent;
  return new Map(Array.from(parents ?? [], ([reference, parent]) => [reference, keys(parent)[which]]));
}

function joined(each: ReadonlyMap<string, Keys>, which: keyof Keys): string {
  return digestOf(
    `${KEY_FORMAT} ${which} of platforms`,
    Array.from(each, ([platform, keys]) => [platform, keys[which]]),
  );
}
