import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { RunProgram } from '../model/program.ts';
import type { ImageDigests } from './image-digests.ts';
import type { InspectedImage } from './inspected-image.ts';
import { lookUpInEngine } from './look-up-engine.ts';
import { lookUpInRegistry } from './look-up-registry.ts';

/** An image that may be there already. */
export interface LookUpRequest {
  readonly image: string;
  /** 64 hexadecimal digits. */
  readonly key: string;
  /** Given where equal content under other labels counts as well. */
  readonly content?: string;
  /** Where the engine keeps it, without tag. */
  readonly repository: string;
  /** All of them have to be there; empty for whichever one there is. */
  readonly platforms: readonly string[];
  /** The repository whose `in-` tags are believed. Nothing else in any registry is. */
  readonly registry?: string;
  /** Whether the engine's images count in this run. */
  readonly engine: boolean;
}

export interface Hit {
  readonly found: true;
  readonly where: 'engine' | 'registry';
  readonly by: 'key' | 'content';
  /** Whole, with its tag. */
  readonly reference: string;
  readonly digests: ImageDigests;
  /** What the engine calls it by; absent in a registry. */
  readonly id?: string;
  readonly labels: ReadonlyMap<string, string>;
  /** As the engine showed it; absent in a registry. */
  readonly inspected?: InspectedImage;
}

export interface Miss {
  readonly found: false;
  readonly why: MissReason;
}

/** In the order of how much is there: the nearest miss is told. `not asked`: nothing that counts in this run. */
export type MissReason =
  | 'not asked'
  | 'absent'
  | 'registry not asked'
  | 'registry refuses'
  | 'platform missing'
  | 'label differs';

export interface LookUpOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds per registry question. */
  readonly timeout?: number;
  readonly parallel?: number;
}

export interface LookUps {
  /** By name of the image. */
  readonly images: ReadonlyMap<string, Hit | Miss>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The tag under which an image with this key, or this content, is kept. */
export const keyTag = (key: string) => `in-${key}`;
export const contentTag = (content: string) => `ct-${content}`;

/**
 * Looks images up by reference: in the engine with one question for all, then those that are missing in the registry that each trusts, in
 * parallel. A hit has its key as label and every platform that is asked for; a registry that does not answer in time is a miss.
 */
export async function lookUp(
  run: RunProgram,
  requests: readonly LookUpRequest[],
  options: LookUpOptions = {},
): Promise<LookUps> {
  const images = new Map<string, Hit | Miss>(requests.map(({ image }) => [image, { found: false, why: 'not asked' }]));
  const local = requests.filter(({ engine }) => engine);
  const { answers, diagnostic } = await lookUpInEngine(run, local, options);
  for (const [image, answer] of answers) images.set(image, answer);
  const missing = requests.filter(({ image, registry }) => registry !== undefined && !images.get(image)!.found);
  for (const [image, answer] of await lookUpInRegistry(run, missing, options)) {
    const known = images.get(image)!;
    if (answer.found || known.found || nearness(answer) >= nearness(known)) images.set(image, answer);
  }
  return { images, diagnostics: diagnostic ? [diagnostic] : [] };
}

const NEARNESS: readonly MissReason[] = [
  'not asked',
  'absent',
  'registry not asked',
  'registry refuses',
  'platform missing',
  'label differs',
];

function nearness({ why }: Miss): number {
  return NEARNESS.indexOf(why);
}
