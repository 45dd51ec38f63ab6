import { type Diagnostic, familiarText, parseReference } from '@dockwarden-internal/syntax';
import type { RunProgram } from '../model/program.ts';
import { engineFault } from './engine-fault.ts';
import { type InspectedImage, readInspected } from './inspected-image.ts';
import { readJsonLines } from './json.ts';
import { ENGINE_TIMEOUT } from './limits.ts';

/** Characters of one command line; Windows takes 32,767. */
const CHUNK = 24_000;

export interface InspectOptions {
  /** Only with the containerd store of Docker 28.1 and later: the manifest of this platform instead of the index. */
  readonly platform?: string;
  readonly signal?: AbortSignal;
}

export interface InspectedImages {
  /** By the references asked for; those that the engine does not have are absent. */
  readonly images: ReadonlyMap<string, InspectedImage>;
  /** Why nothing could be asked. */
  readonly diagnostic?: Diagnostic;
}

/** Asks the engine for many images at once; that some are missing (exit code 1 with partial output) is an answer, not an error. */
export async function inspectImages(
  run: RunProgram,
  references: readonly string[],
  { platform, signal }: InspectOptions = {},
): Promise<InspectedImages> {
  const images = new Map<string, InspectedImage>();
  const options = [...(platform === undefined ? [] : ['--platform', platform]), '--format', '{{json .}}', '--'];
  for (const chunk of chunksOf([...new Set(references)])) {
    const result = await run('docker', ['image', 'inspect', ...options, ...chunk], { timeout: ENGINE_TIMEOUT, signal });
    const diagnostic = engineFault(result);
    if (diagnostic) return { images, diagnostic };
    const found = readJsonLines(result.stdout)
      .map(readInspected)
      .filter((image) => image !== undefined);
    const byName = namesOf(found);
    for (const reference of chunk) {
      const image = nameOf(reference)
        .map((name) => byName.get(name))
        .find((each) => each !== undefined);
      if (image) images.set(reference, image);
    }
  }
  return { images };
}

function chunksOf(references: readonly string[]): string[][] {
  const chunks: string[][] = [];
  let size = CHUNK;
  for (const reference of references) {
    size += reference.length + 1;
    if (size > CHUNK) {
      chunks.push([]);
      size = reference.length;
    }
    chunks.at(-1)!.push(reference);
  }
  return chunks;
}

/** The answers come without the question: each image is known by its tags, digests and id. */
function namesOf(images: readonly InspectedImage[]): ReadonlyMap<string, InspectedImage> {
  const names = new Map<string, InspectedImage>();
  for (const image of images) {
    for (const name of [...image.repoTags, ...image.repoDigests, image.id]) names.set(name, image);
  }
  return names;
}

/** What the engine would call it: short, `latest` added; a digest goes before a tag. */
function nameOf(text: string): readonly string[] {
  const reference = parseReference(text);
  if ('fault' in reference) return [text, `sha256:${text}`];
  const { familiarName, digest, tag } = reference;
  if (digest !== undefined) return [`${familiarName}@${digest}`, familiarText(reference)];
  return [`${familiarName}:${tag ?? 'latest'}`];
}
