import { byCodeUnits } from '@dockwarden-internal/syntax';
import { isOfficialFrontend } from '../inputs/frontend.ts';
import type { HashedEntry } from '../model/context-entry.ts';
import type { ImageInputs, RemoteReference } from '../model/image-inputs.ts';
import type { ContextFiles, ResolvedReference } from '../model/image-plan.ts';
import type { SecretRequest } from '../model/image-request.ts';
import { type Canonical, digestOf, sortedEntries } from './digest-of.ts';

/** Names the encoding; a change of what it holds or how it is written changes it, and with it every key. */
const FORMAT = 'dockwarden content 1';

/** What an image is made from, as far as it can be known before it is built. */
export interface ContentParts {
  readonly inputs: ImageInputs;
  readonly contexts: readonly ContextFiles[];
  readonly references: readonly ResolvedReference[];
  /** The content of each image of the workspace that it is built on, by the reference that names it. */
  readonly parents?: ReadonlyMap<string, string>;
  /** Commit of HEAD where `.git` is handed to the build. */
  readonly gitHead?: string;
  /** The builder's own platform; it counts only where the Dockerfile asks for it. */
  readonly buildPlatform?: string;
}

/**
 * 64 hexadecimal digits over files (path, type, mode, bytes), effective arguments, the meaning of the Dockerfile, resolved references,
 * refresh and target; secrets and SSH agents by id alone. With a platform, references count as resolved for it only.
 * Where the workspace lies and what files that are not read hold do not matter.
 */
export function contentOf(parts: ContentParts, platform?: string): string {
  return digestOf(FORMAT, contentLines(parts, platform));
}

function* contentLines(parts: ContentParts, platform: string | undefined): Iterable<readonly [string, Canonical]> {
  const { inputs, contexts, references, parents = new Map(), gitHead, buildPlatform } = parts;
  const { request, target } = inputs.image;
  yield ['target', target ?? null];
  yield ['meaning', inputs.meaning];
  yield ['args', [...inputs.args].map(({ name, value }) => [name, value ?? null]).sort(byText)];
  yield ['refresh', request.refresh ?? null];
  yield ['secrets', secretsOf(inputs, request.secrets)];
  yield ['ssh', [...inputs.ssh].sort()];
  yield ['named contexts', sortedEntries(request.contexts).filter(([, value]) => isElsewhere(value))];
  yield [
    'references',
    references
      .filter(({ reference }) => counts(reference))
      .map((one) => referenceLine(one, platform))
      .sort(byText),
  ];
  yield ['parents', sortedEntries(parents)];
  yield ['git', gitHead ?? null];
  yield ['build platform', inputs.readsBuildPlatform ? (buildPlatform ?? null) : null];
  for (const { inputs: context, entries } of [...contexts].sort((a, b) =>
    byCodeUnits(a.inputs.name ?? '', b.inputs.name ?? ''),
  )) {
    yield ['context', context.name ?? ''];
    for (const entry of entries) yield ['entry', entryLine(entry)];
  }
}

/** One entry of a context, in a fixed order of what tells it. */
export function entryLine({ path, type, mode, target, digest }: HashedEntry): Canonical {
  return [path, type, mode, type === 'link' ? (target ?? null) : (digest ?? null)];
}

/** Values of secrets never count: a key is published. Their version is the way to build anew after a change that matters. */
function secretsOf({ secrets }: ImageInputs, requests: readonly SecretRequest[]): Canonical {
  const version = (id: string) => requests.find((request) => request.id === id)?.version ?? null;
  return [...secrets].sort().map((id) => [id, version(id)]);
}

/** A folder counts by its files. */
function isElsewhere(context: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(context) || context.startsWith('git@');
}

/** Docker's own frontends read one language, whatever their tag; which one it was is recorded elsewhere. */
function counts({ use, text }: RemoteReference): boolean {
  return use !== 'frontend' || text.includes('@') || !isOfficialFrontend(text);
}

function referenceLine({ reference, digests, digestKind }: ResolvedReference, platform: string | undefined): Canonical {
  const { text, use, platform: fixed } = reference;
  // With FROM --platform the digest is of that platform, whatever the image's.
  const wanted = sortedEntries(digests).filter(
    ([of]) => platform === undefined || !digests.has(platform) || of === platform,
  );
  return [use, text, fixed ?? null, digestKind, wanted];
}

function byText(a: Canonical, b: Canonical): number {
  return byCodeUnits(JSON.stringify(a), JSON.stringify(b));
}
