import {
  type Change,
  type ContextFiles,
  ciRefs,
  dirtyInputs,
  enginePlatform,
  type HashedEntry,
  hashEntries,
  type Image,
  type ImageInputs,
  type ImageKeys,
  inputPaths,
  isDiagnostic,
  keysOf,
  openDigestCache,
  openDisk,
  type Repository,
  type Revision,
  type RunProgram,
  readContext,
  readRepository,
  revisionsOf,
  type Stamp,
  stampOf,
  type TemplateValues,
  tagsOf,
} from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { baseOf } from './base-of.ts';
import type { BuildOptions } from './build-options.ts';
import { digestStore } from './digest-store.ts';
import type { BuildScene } from './open-build.ts';
import type { PlannedImage } from './planned-image.ts';
import { projectManifest } from './project-manifest.ts';
import { readInputs } from './read-inputs.ts';
import { resolveBases } from './resolve-bases.ts';

export interface PlannedBuilds {
  /** Those asked for and all that they are built on, parents first. */
  readonly planned: ReadonlyMap<string, PlannedImage>;
  readonly repository: Repository | Diagnostic;
  /** What the engine runs on; undefined where none can be reached. */
  readonly platform: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly notes: readonly string[];
}

/** Reads files, git and bases, and works out the key of each image. Nothing is built and nothing is changed. */
export async function planBuilds(scene: BuildScene, run: RunProgram, options: BuildOptions): Promise<PlannedBuilds> {
  const { root } = scene.workspace.fs;
  const { surroundings, signal } = options;
  const [repository, platform] = await Promise.all([
    readRepository(run, root, ciRefs(surroundings.env)),
    enginePlatform(run, signal),
  ]);
  const hooks = { ...(platform !== undefined && { builderPlatform: platform }) };
  const first = readInputs(scene, scene.asked, hooks);
  const nothing = { planned: new Map(), repository, platform, notes: [] };
  if (first.diagnostics.length > 0) return { ...nothing, diagnostics: first.diagnostics };
  const bases = await resolveBases(run, first.inputs, {
    platform: platform ?? 'linux/amd64',
    ...(signal && { signal }),
  });
  const triggered = [...bases.onbuild.values()].some((triggers) => triggers === null || triggers.length > 0);
  const { inputs, diagnostics: faults } = triggered
    ? readInputs(scene, scene.asked, { ...hooks, onbuildOf: (reference) => bases.onbuild.get(reference) })
    : first;
  const files = await readFiles(scene, inputs, surroundings.cacheFolder);
  const diagnostics = [...faults, ...bases.diagnostics, ...files.diagnostics];
  if (diagnostics.some(({ exit }) => exit === 2)) return { ...nothing, diagnostics };
  const paths = pathsOf(scene, inputs);
  const history = await historyOf(repository, inputs, paths, files.contexts);
  if (isDiagnostic(history)) return { ...nothing, diagnostics: [...diagnostics, history] };

  const planned = new Map<string, PlannedImage>();
  for (const [name, input] of inputs) {
    const { image } = input;
    const references = bases.references.get(name)!;
    const contexts = files.contexts.get(name)!;
    const manifest = projectManifest(scene.workspace, image.project);
    const base = baseOf(scene.world, image, references.resolved);
    const stamp = stampOf({
      inputs: input,
      repository,
      ...(history.revisions.get(name) && { revision: history.revisions.get(name)! }),
      dirty: history.dirty.get(name) ?? [],
      now: surroundings.now,
      ...(base && { base }),
      manifest,
      pushing: options.push === true,
    });
    if (isDiagnostic(stamp)) {
      diagnostics.push({ ...stamp, message: `${name}: ${stamp.message}` });
      continue;
    }
    const parents = new Map<string, ImageKeys>(
      [...input.parents].flatMap(([reference, parent]) =>
        planned.has(parent) ? [[reference, planned.get(parent)!.keys] as const] : [],
      ),
    );
    const keys = keysOf({
      inputs: input,
      contexts,
      references: references.resolved,
      stamp,
      parents,
      ...(platform !== undefined && { buildPlatform: platform }),
      ...(image.request.contextGit && !isDiagnostic(repository) && { gitHead: repository.head }),
    });
    const tags = tagsOf({
      repository: image.request.repository,
      templates: image.request.tags,
      values: tagValues(image, repository, image.request.version ?? manifest.version, stamp),
    });
    diagnostics.push(...tags.diagnostics);
    planned.set(name, {
      image,
      plan: { inputs: input, contexts, references: references.resolved, stamp, content: keys.content, key: keys.key },
      keys,
      references,
      paths: paths.get(name)!,
      tags,
      notes: [...contexts.flatMap(({ notes }) => notes), ...references.notes, ...stamp.notes, ...tags.notes],
    });
  }
  return { planned, repository, platform, diagnostics, notes: [] };
}

async function readFiles(
  { workspace }: BuildScene,
  inputs: ReadonlyMap<string, ImageInputs>,
  cacheFolder: string | undefined,
): Promise<{
  readonly contexts: ReadonlyMap<string, readonly ContextFiles[]>;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const disk = openDisk();
  const cache = openDigestCache(cacheFolder === undefined ? undefined : digestStore(`${cacheFolder}/digests`));
  const contexts = new Map<string, readonly ContextFiles[]>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, { image, contexts: read }] of inputs) {
    const { contextMode: mode, contextGit: git } = image.request;
    const files: ContextFiles[] = [];
    for (const context of read) {
      const reading = readContext({ root: workspace.fs.root, inputs: context, mode, git, disk });
      diagnostics.push(...reading.diagnostics);
      const entries: readonly HashedEntry[] = await hashEntries(reading.entries, cache);
      files.push({ inputs: context, entries, notes: reading.notes });
    }
    contexts.set(name, files);
  }
  cache.save();
  return { contexts, diagnostics };
}

/** Of each image with all that it is built on, since their changes are its own. */
function pathsOf({ workspace }: BuildScene, inputs: ReadonlyMap<string, ImageInputs>) {
  return new Map(
    [...inputs].map(([name, input]) => [name, inputPaths(lineOf(input, inputs), { root: workspace.fs.root })] as const),
  );
}

function lineOf(input: ImageInputs, inputs: ReadonlyMap<string, ImageInputs>): ImageInputs[] {
  const line = new Set([input]);
  for (const each of line)
    for (const parent of each.parents.values()) {
      const of = inputs.get(parent);
      if (of) line.add(of);
    }
  return [...line];
}

async function historyOf(
  repository: Repository | Diagnostic,
  inputs: ReadonlyMap<string, ImageInputs>,
  paths: ReadonlyMap<string, PlannedImage['paths']>,
  contexts: ReadonlyMap<string, readonly ContextFiles[]>,
) {
  const revisions = new Map<string, Revision>();
  if (isDiagnostic(repository)) return { revisions, dirty: new Map<string, readonly Change[]>() };
  const names = [...inputs.keys()];
  const walked = names.filter((name) => inputs.get(name)!.image.request.revision === 'inputs');
  const [found, changes] = await Promise.all([
    revisionsOf(
      repository,
      walked.map((name) => paths.get(name)!),
    ),
    dirtyInputs(
      repository,
      names.map((name) => ({
        inputs: inputs.get(name)!,
        paths: paths.get(name)!,
        entries: pathsRead(contexts.get(name)!),
      })),
    ),
  ]);
  if (isDiagnostic(changes)) return changes;
  for (const [index, name] of walked.entries()) revisions.set(name, found[index]!);
  return { revisions, dirty: new Map(names.map((name, index) => [name, changes[index]!] as const)) };
}

/** Files and links, from the root. */
function* pathsRead(contexts: readonly ContextFiles[]): Iterable<string> {
  for (const { inputs, entries } of contexts)
    for (const { path, type } of entries)
      if (type !== 'folder') yield inputs.directory === '.' ? path : `${inputs.directory}/${path}`;
}

function tagValues(
  { name, project }: Image,
  repository: Repository | Diagnostic,
  version: string | undefined,
  { revision, epoch, dirty }: Stamp,
): TemplateValues {
  const git = isDiagnostic(repository) ? undefined : repository;
  const sha = revision ?? git?.head;
  return {
    image: name,
    project: project ?? name,
    ...(version !== undefined && { version }),
    ...(sha !== undefined && { sha: dirty ? `${sha}-dirty` : sha }),
    ...(git?.branch !== undefined && { branch: git.branch }),
    ...(git?.tags[0] !== undefined && { tag: git.tags[0] }),
    date: new Date(epoch * 1000).toISOString().slice(0, 10),
  };
}
