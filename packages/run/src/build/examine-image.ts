import { type Image, imageLayers, inspectImages, pullImage, type RunProgram } from '@dockwarden-internal/build';
import type { Finding } from '@dockwarden-internal/engine';
import type { BuiltData } from '@dockwarden-internal/facts';
import type { ImageFailure } from './build-outcome.ts';
import { builtData } from './built-data.ts';
import { overBudget } from './check-built.ts';
import type { FoundImage } from './found-image.ts';

export interface Examined {
  readonly findings: readonly Finding[];
  /** Bytes, unpacked; absent where nobody asked for it and only a registry holds the image. */
  readonly size?: number;
  readonly failure?: ImageFailure;
}

/**
 * Holds an image to its budget and to the policies on built images. A registry tells all of an image but how large it is unpacked: it is
 * brought into the engine where a budget or a policy asks for that, and only then.
 */
export async function examine(
  run: RunProgram,
  image: Image,
  there: FoundImage,
  check: (data: BuiltData) => readonly Finding[],
  signal?: AbortSignal,
): Promise<Examined> {
  const { inspected, source } = there;
  if (source === undefined) return judged(builtData(image, inspected, there.layers));
  let asksSize = image.request.budget !== undefined;
  if (!asksSize) {
    const findings = check({
      ...builtData(image, inspected, []),
      get size() {
        asksSize = true;
        return 0;
      },
      get layers() {
        asksSize = true;
        return [];
      },
    });
    if (!asksSize) return { findings };
  }
  const options = signal ? { signal } : {};
  const fault = await pullImage(run, source, options);
  if (fault)
    return { findings: [], failure: { ...fault, message: `it cannot be checked: ${fault.message}`, lastLines: [] } };
  const local = (await inspectImages(run, [source], options)).images.get(source);
  const layers = local && (await imageLayers(run, source, local.layers, signal));
  if (!local || !layers)
    return {
      findings: [],
      failure: { message: 'it cannot be checked: it was pulled and is gone', lastLines: [], exit: 3 },
    };
  return judged(builtData(image, local, layers));

  function judged(data: BuiltData): Examined {
    const tooLarge = overBudget(image, data);
    const failure = tooLarge === undefined ? undefined : { message: tooLarge, lastLines: [], exit: 1 as const };
    return { findings: check(data), size: data.size, ...(failure && { failure }) };
  }
}
