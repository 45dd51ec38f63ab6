import {
  type AffectedReason,
  affectedImages,
  findImages,
  type Image,
  inputPaths,
  isDiagnostic,
  type Repository,
  type RunProgram,
  textAtCommit,
} from '@dockwarden-internal/build';
import { type Diagnostic, positionAt, sourceText } from '@dockwarden-internal/syntax';
import { changesSince } from '../changes-since.ts';
import { configName } from '../config/read-config.ts';
import type { BuildOptions } from './build-options.ts';
import { generatedInputs } from './generated-inputs.ts';
import type { BuildScene } from './open-build.ts';
import { readInputs } from './read-inputs.ts';

export interface AffectedImages {
  readonly images: readonly Image[];
  /** Which changes affect an image, in sentences, by its name. */
  readonly reasons: ReadonlyMap<string, readonly string[]>;
}

/** The images that were asked for, as far as a change affects them where that was asked too. */
export async function affectedOf(
  scene: BuildScene,
  run: RunProgram,
  options: BuildOptions,
): Promise<AffectedImages | Diagnostic> {
  const { affected, surroundings } = options;
  if (!affected) return { images: scene.asked, reasons: new Map() };
  const { root } = scene.workspace.fs;
  const changes = await changesSince(scene.workspace, run, affected, surroundings.env);
  if (isDiagnostic(changes)) return changes;
  const { changed, repository } = changes;
  const { inputs } = readInputs(scene, scene.asked);
  const generated = await generatedInputs(scene, repository, inputs);
  if (isDiagnostic(generated)) return generated;
  const candidates = [...inputs.values()].map((input) => {
    const manifest = scene.workspace.model.projects
      .find(({ name }) => name === input.image.project)
      ?.manifests.find((path) => /(^|\/)package\.json$/.test(path));
    return {
      inputs: input,
      paths: inputPaths([input], { root, generatedFrom: generated.get(input.image.name)?.from ?? [] }),
      ...(manifest !== undefined && { manifest }),
    };
  });
  const path = scene.configured.path ?? configName;
  const earlier = changed.files.has(path)
    ? { path, images: await imagesBefore(scene, repository, changed.since, path, options) }
    : undefined;
  const found = affectedImages(candidates, changed, earlier);
  return {
    images: scene.asked.filter(({ name }) => found.has(name)),
    reasons: new Map([...found].map(([name, reasons]) => [name, reasons.map(sentenceOf)])),
  };
}

/** The images as the configuration of an earlier commit declares them; undefined where it cannot be read. */
async function imagesBefore(
  scene: BuildScene,
  repository: Repository,
  commit: string,
  path: string,
  options: BuildOptions,
): Promise<ReadonlyMap<string, Image> | undefined> {
  const text = await textAtCommit(repository, commit, path);
  if (typeof text === 'object') return undefined;
  const { loadConfig } = await import('@dockwarden-internal/policy/load');
  const loaded = text === undefined ? { config: {}, diagnostics: [] } : loadConfig(sourceText(path, text));
  if (!loaded.config || loaded.diagnostics.length > 0) return undefined;
  const { images } = findImages({
    world: scene.world,
    config: loaded.config,
    projectOptions: scene.projectOptions,
    ...(options.settings && { overrides: options.settings }),
    ci: options.surroundings.ci,
    push: options.push === true,
  });
  return new Map(images.map((image) => [image.name, image]));
}

function sentenceOf({ by, path, place, names = [] }: AffectedReason): string {
  const line = place && `${place.source.path}:${positionAt(place.source, place.span.start).line}`;
  switch (by) {
    case 'source':
      return `${path} changed${line === undefined ? '' : `, which ${line} reads`}`;
    case 'dockerfile':
      return `${path} changed, its Dockerfile`;
    case 'ignore file':
      return `${path} changed, its ignore file`;
    case 'generated from':
      return `${path} changed, from which an input is made`;
    case 'manifest':
      return `${path} changed, which its labels come from`;
    case 'configuration':
      return `${path} changed${names.length > 0 ? `: ${names.join(', ')}` : ''}`;
    case 'parent image':
      return `it is built on ${names.join(', ')}, which is affected`;
  }
}
