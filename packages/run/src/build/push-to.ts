import {
  inspectInRegistry,
  isDiagnostic,
  KEY_LABEL,
  pushTag,
  type RunProgram,
  removeTag,
  retagInRegistry,
  tagImage,
} from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { FoundImage } from './found-image.ts';

interface Stop {
  readonly signal?: AbortSignal;
}

/** An image in a registry. */
export interface Arrived {
  /** By digest. */
  readonly source: string;
  readonly digest: string;
}

/**
 * Pushes an image of the engine under a tag that nobody deploys, and that the engine has for the while. It is named for the image itself: a registry
 * whose tags cannot be changed then has it already, or takes it.
 */
export async function upload(
  run: RunProgram,
  { inspected: { id }, digest }: FoundImage,
  repository: string,
  stop: Stop,
): Promise<Arrived | Diagnostic> {
  const tag = `${repository}:up-${id.replace(/^[^:]*:/, '')}`;
  const fault = await tagImage(run, id, tag, stop);
  if (fault) return fault;
  const pushed = await pushTag(run, tag, stop);
  // A tag that cannot be taken away again is in nobody's way.
  await removeTag(run, tag, stop);
  if (!isDiagnostic(pushed)) return { digest: pushed.digest, source: `${repository}@${pushed.digest}` };
  const there = await inspectInRegistry(run, tag, stop);
  return typeof there === 'object' && there.digest === digest ? { digest, source: `${repository}@${digest}` } : pushed;
}

/**
 * Writes the tag that other runs believe. A registry whose tags cannot be changed refuses it where another run was first with an image of
 * the same key: that one is taken then.
 */
export async function writeTrusted(
  run: RunProgram,
  { source, digest }: Arrived,
  trusted: { readonly tag: string; readonly key: string },
  stop: Stop,
): Promise<Arrived | Diagnostic> {
  const copied = await retagInRegistry(run, source, [trusted.tag], stop);
  if (!isDiagnostic(copied)) return { source, digest };
  const there = await inspectInRegistry(run, trusted.tag, stop);
  const isOurs =
    typeof there === 'object' &&
    there.platforms.size > 0 &&
    [...there.platforms.values()].every(({ labels }) => labels.get(KEY_LABEL) === trusted.key);
  if (!isOurs) return copied;
  return { digest: there.digest, source: `${trusted.tag.slice(0, trusted.tag.lastIndexOf(':'))}@${there.digest}` };
}

/** Points tags at an image. One that points there already is as wanted, although a registry may refuse to write it once more. */
export async function writeTags(
  run: RunProgram,
  { source, digest }: Arrived,
  tags: readonly string[],
  stop: Stop,
): Promise<Diagnostic | undefined> {
  const written = await retagInRegistry(run, source, tags, stop);
  if (!isDiagnostic(written)) return undefined;
  const there = await Promise.all(tags.map((tag) => inspectInRegistry(run, tag, stop)));
  return there.every((each) => typeof each === 'object' && each.digest === digest) ? undefined : written;
}
