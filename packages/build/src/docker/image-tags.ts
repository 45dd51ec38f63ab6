import { canonicalText, type Diagnostic, parseReference } from '@dockwarden-internal/syntax';
import type { ProgramResult, RunProgram } from '../model/program.ts';
import { engineFault } from './engine-fault.ts';
import { ENGINE_TIMEOUT, TRANSFER_TIMEOUT } from './limits.ts';
import { registryFault } from './registry-fault.ts';

export interface TagOptions {
  readonly signal?: AbortSignal;
}

/** Gives an image of the engine (by reference or id) another tag. */
export async function tagImage(
  run: RunProgram,
  image: string,
  tag: string,
  { signal }: TagOptions = {},
): Promise<Diagnostic | undefined> {
  const fault = tagFault(tag);
  if (fault) return fault;
  const result = await run('docker', ['image', 'tag', '--', image, tag], { timeout: ENGINE_TIMEOUT, signal });
  return result.code === 0 ? undefined : (engineFault(result) ?? failed(`${image} is not tagged ${tag}`, result));
}

/** Takes a tag from the engine, and the image with it where it was the last. One that is not there is no fault. */
export async function removeTag(
  run: RunProgram,
  tag: string,
  { signal }: TagOptions = {},
): Promise<Diagnostic | undefined> {
  const result = await run('docker', ['image', 'rm', '--', tag], { timeout: ENGINE_TIMEOUT, signal });
  if (result.code === 0 || /No such image/i.test(result.stderr)) return undefined;
  return engineFault(result) ?? failed(`${tag} is not removed`, result);
}

/** What a push, or a copy in a registry, came to. */
export interface Pushed {
  /** What the tag points to afterwards. */
  readonly digest: string;
}

/** Pushes a tag of the engine; the digest is the one that the registry answered. */
export async function pushTag(run: RunProgram, tag: string, { signal }: TagOptions = {}): Promise<Pushed | Diagnostic> {
  const fault = tagFault(tag);
  if (fault) return fault;
  const result = await run('docker', ['image', 'push', '--', tag], { timeout: TRANSFER_TIMEOUT, signal });
  const digest = /\bdigest: (sha256:[0-9a-f]{64})\b/.exec(result.stdout)?.[1];
  if (result.code === 0 && digest) return { digest };
  return engineFault(result) ?? registryFault(result, tag) ?? failed(`${tag} is not pushed`, result);
}

/**
 * What a registry says of a manifest one of whose blobs it lacks. buildx copies the manifests of an index side by side, and of two that share a
 * blob the one that did not send it may come before the blob does. What was sent stays, so that the next copy has less to do.
 */
const BLOB_ON_ITS_WAY = /blob unknown/i;
const COPIES_AGAIN = 3;

/**
 * Points tags to an image that a registry has, without moving its layers where the repository is the same. The source goes by digest and
 * is copied as it is (a single manifest stays one), so that its digest stays too.
 */
export async function retagInRegistry(
  run: RunProgram,
  source: string,
  tags: readonly string[],
  { signal }: TagOptions = {},
): Promise<Pushed | Diagnostic> {
  const fault = tags.map(tagFault).find((each) => each !== undefined);
  if (fault) return fault;
  const reference = parseReference(source);
  const digest = 'fault' in reference ? undefined : reference.digest;
  if (digest === undefined) throw new Error(`${source} names no digest`);
  const named = tags.flatMap((tag) => ['--tag', tag]);
  const args = ['buildx', 'imagetools', 'create', '--prefer-index=false', ...named, '--', source];
  let result = await run('docker', args, { timeout: TRANSFER_TIMEOUT, signal });
  for (let again = 0; again < COPIES_AGAIN && result.code !== 0 && BLOB_ON_ITS_WAY.test(result.stderr); again++)
    result = await run('docker', args, { timeout: TRANSFER_TIMEOUT, signal });
  if (result.code === 0) return { digest };
  return engineFault(result) ?? registryFault(result, tags[0]!) ?? failed(`${tags.join(', ')} are not written`, result);
}

/** Why a text is no tag that an image can have. */
export function tagFault(tag: string): Diagnostic | undefined {
  const reference = parseReference(tag);
  const message = 'fault' in reference ? reference.message : reference.digest && 'A tag has no digest.';
  if (!message) return undefined;
  return {
    code: 'build/invalid-tag',
    message: `"${tag}" is no tag for an image: ${message}`,
    hint: 'Mend "repository" or "tags" in dockwarden.yaml.',
    exit: 2,
  };
}

/** The tag in full, as a registry knows it: two spellings of one tag are equal then. */
export function wholeTag(tag: string): string {
  const reference = parseReference(tag);
  return 'fault' in reference ? tag : canonicalText(reference);
}

function failed(what: string, { stderr, failure }: ProgramResult): Diagnostic {
  const why = failure === 'interrupted' ? 'the run was interrupted' : failure === 'timeout' ? 'it took too long' : '';
  const last = stderr.trim().split('\n').at(-1)?.slice(0, 500);
  return {
    code: failure === 'interrupted' ? 'build/interrupted' : 'build/engine-refuses',
    message: `${what}: ${why || last || 'docker does not say why'}`,
    exit: 3,
  };
}
