import {
  type Image,
  type ImageLayer,
  type ImageMetadata,
  imageLayers,
  inspectImages,
  keyTag,
  metadataPath,
  type RunProgram,
  readMetadata,
  runProgram,
  sizeOfLayers,
} from '@dockwarden-internal/build';
import { eachBounded } from '@dockwarden-internal/build/docker/bounded';
import { ENGINE_PARALLEL } from '@dockwarden-internal/build/docker/limits';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Surroundings } from '../build/build-options.ts';
import { distinctDiagnostics } from '../build/distinct-diagnostics.ts';
import { isSame } from '../build/found-image.ts';
import { openBuild } from '../build/open-build.ts';
import { planBuilds } from '../build/plan-builds.ts';
import { worstExit } from '../worst-exit.ts';
import { layerChanges } from './layer-changes.ts';

export interface ImageSizesRequest {
  readonly cwd: string;
  /** Names of images; empty: all. */
  readonly images?: readonly string[];
  readonly projects?: readonly string[];
  readonly config?: string;
  readonly surroundings: Surroundings;
  readonly signal?: AbortSignal;
}

/** What an image takes where it runs, in bytes, unpacked. */
export interface ImageSize {
  readonly image: string;
  readonly project?: string;
  readonly reference: string;
  /** `metadata`: as it was noted when it was built; the engine does not hold it now. */
  readonly from: 'engine' | 'metadata';
  readonly size: number;
  readonly budget?: number;
  /** Against the last image that was built from other inputs. */
  readonly change?: number;
  /** From the base up. */
  readonly layers: readonly LayerSize[];
}

export interface LayerSize {
  readonly size: number;
  /** The instruction that made it; absent where nothing tells. */
  readonly createdBy?: string;
  /** Against the layer of the same instruction in the image before; absent for a new instruction, and without an image before. */
  readonly change?: number;
}

export interface ImageSizes {
  /** The largest first. */
  readonly images: readonly ImageSize[];
  readonly diagnostics: readonly Diagnostic[];
  readonly root: string;
  /** 1 where an image is beyond its budget. */
  readonly exitCode: 0 | 1 | 2 | 3;
}

/** Weighs images as they were last built: by the engine, or by what was noted where the engine does not hold them any more. */
export async function imageSizes(request: ImageSizesRequest, run: RunProgram = runProgram): Promise<ImageSizes> {
  const scene = await openBuild(request);
  if (!('world' in scene)) return nothing(request.cwd, scene.diagnostics);
  const { root } = scene.workspace.fs;
  if (scene.diagnostics.some(({ exit }) => exit === 2)) return nothing(root, scene.diagnostics);
  const noted = new Map(
    scene.asked.flatMap(({ name }) => {
      const metadata = readMetadata(metadataPath(root, name));
      return metadata ? [[name, metadata] as const] : [];
    }),
  );
  // Where nothing is noted, an image of the inputs as they are may be there all the same.
  const unnoted = scene.asked.filter(({ name }) => !noted.has(name));
  const planned =
    unnoted.length > 0 ? await planBuilds({ ...scene, asked: unnoted }, run, trusting(request)) : undefined;
  const references = new Map(
    scene.asked.flatMap((image) => {
      const key = noted.get(image.name)?.key ?? planned?.planned.get(image.name)?.plan.key;
      return key === undefined ? [] : [[image.name, `${image.request.repository}:${keyTag(key)}`] as const];
    }),
  );
  const signal = request.signal ? { signal: request.signal } : {};
  const { images: inspected, diagnostic } = await inspectImages(run, [...references.values()], signal);
  const sized = await eachBounded(scene.asked, ENGINE_PARALLEL, async (image): Promise<ImageSize | string> => {
    const metadata = noted.get(image.name);
    const reference = references.get(image.name);
    const there = reference === undefined ? undefined : inspected.get(reference);
    if (there && reference !== undefined) {
      const known = isSame(metadata, there.digests) ? metadata!.layers : undefined;
      const layers = known ?? (await imageLayers(run, there.id, there.layers, request.signal));
      if (layers) return weigh(image, reference, 'engine', layers, metadata);
    }
    if (metadata && metadata.layers.length > 0 && reference !== undefined)
      return weigh(image, reference, 'metadata', metadata.layers, metadata);
    return image.name;
  });
  const images = sized.filter((each) => typeof each === 'object').sort((one, other) => other.size - one.size);
  const absent = sized.filter((each) => typeof each === 'string');
  const diagnostics = distinctDiagnostics([
    ...scene.diagnostics,
    ...(absent.length === 0 ? [] : [diagnostic ?? notBuilt(absent)]),
    // What cannot be planned was not built either, and this is why.
    ...(planned?.diagnostics ?? []),
  ]);
  return { images, diagnostics, root, exitCode: exitOf(images, diagnostics) };
}

function weigh(
  image: Image,
  reference: string,
  from: ImageSize['from'],
  layers: readonly ImageLayer[],
  metadata: ImageMetadata | undefined,
): ImageSize {
  const { name, project, request } = image;
  const size = sizeOfLayers(layers);
  const previous = metadata?.previous;
  const changes = previous ? layerChanges(layers, previous.layers) : [];
  return {
    image: name,
    ...(project !== undefined && { project }),
    reference,
    from,
    size,
    ...(request.budget !== undefined && { budget: request.budget }),
    ...(previous && { change: size - previous.size }),
    layers: layers.map((layer, index) => ({
      size: layer.size,
      ...(layer.createdBy !== undefined && { createdBy: layer.createdBy }),
      ...(changes[index] !== undefined && { change: changes[index] }),
    })),
  };
}

/** Weighing packs nothing: outputs count as they are. */
function trusting(request: ImageSizesRequest) {
  return { ...request, trustGenerated: true };
}

function notBuilt(names: readonly string[]): Diagnostic {
  return {
    code: 'image/not-built',
    message: `${names.join(', ')}: not in the engine, and nothing is noted of an earlier build.`,
    hint: `Run dockwarden build ${names.join(' ')}.`,
    exit: 3,
  };
}

function exitOf(images: readonly ImageSize[], diagnostics: readonly Diagnostic[]): ImageSizes['exitCode'] {
  const isOver = images.some(({ size, budget }) => budget !== undefined && size > budget);
  return worstExit([...diagnostics.map(({ exit }) => exit), isOver ? 1 : 0]);
}

function nothing(root: string, diagnostics: readonly Diagnostic[]): ImageSizes {
  return { images: [], diagnostics, root, exitCode: exitOf([], diagnostics) };
}
