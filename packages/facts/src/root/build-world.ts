import { parseDockerfile, type SourceText, sourceText, type YamlTree } from '@dockwarden-internal/syntax';
import { builtImages } from '../built/built-images.ts';
import { composeGroups } from '../compose/files/compose-groups.ts';
import { loadModel } from '../compose/load/model.ts';
import type { FileSystem } from '../kernel/file-system.ts';
import type { WorkspaceModel } from '../kernel/workspace-model.ts';
import { buildDockerfile } from '../model/build-dockerfile.ts';
import type { BuiltData, BuiltImage } from '../model/built.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Compose, ComposeFile } from '../model/service.ts';
import type { FactSettings, World } from '../model/world.ts';
import { buildCompose } from './build-compose.ts';
import type { CandidateKind } from './candidate-kind.ts';

/** Reads YAML; handed in, so that a run without Compose files does not load the library. */
export type ParseYaml = (source: SourceText) => YamlTree;

/** Holds a Compose file against the specification's schema; handed in for the same reason. */
export type CheckSchema = NonNullable<World['checkSchema']>;

export interface WorldInput {
  readonly fs: FileSystem;
  readonly workspace: WorkspaceModel;
  readonly settings: FactSettings;
  /** Dockerfiles and Compose files of the run, paths from the root. */
  readonly files: readonly { readonly path: string; readonly kind: CandidateKind }[];
  readonly parseYaml?: ParseYaml;
  /** Without it what breaks the schema is no fault. */
  readonly checkSchema?: CheckSchema;
  /** Images that were built or found. */
  readonly builds?: readonly BuiltData[];
  /** Sources that are at hand already, so that a file is read once. */
  readonly sources?: ReadonlyMap<string, SourceText>;
}

/** Joins the files of a run to one world. Files are parsed when a fact first asks. */
export function buildWorld(input: WorldInput): World {
  const { fs, workspace, settings, parseYaml } = input;
  const pathsOf = (kind: CandidateKind) =>
    [...new Set(input.files.filter((file) => file.kind === kind).map((file) => file.path))].sort();
  const dockerfiles = new Map<string, Dockerfile | undefined>();
  const trees = new Map<string, YamlTree | undefined>();
  const composeFiles = new Map<string, ComposeFile>();
  const lists: {
    builds?: readonly BuiltImage[];
    dockerfiles?: readonly Dockerfile[];
    composeFiles?: readonly ComposeFile[];
    composes?: readonly Compose[];
  } = {};

  const sourceOf = (path: string): SourceText | undefined => {
    const known = input.sources?.get(path);
    if (known) return known;
    const text = fs.read(path);
    return text === undefined ? undefined : sourceText(path, text);
  };
  const treeOf = (path: string): YamlTree | undefined => {
    if (!trees.has(path)) {
      const source = parseYaml && sourceOf(path);
      trees.set(path, source && parseYaml(source));
    }
    return trees.get(path);
  };
  const composeFileOf = (path: string): ComposeFile | undefined => {
    const tree = treeOf(path);
    if (!tree) return undefined;
    let file = composeFiles.get(path);
    if (!file) {
      file = { world, source: tree.source, tree };
      composeFiles.set(path, file);
    }
    return file;
  };
  const world: World = {
    fs,
    workspace,
    settings,
    ...(input.checkSchema && { checkSchema: input.checkSchema }),
    dockerfileAt: (path) => {
      if (!dockerfiles.has(path)) {
        const source = sourceOf(path);
        dockerfiles.set(path, source && buildDockerfile(world, parseDockerfile(source)));
      }
      return dockerfiles.get(path);
    },
    get builds() {
      lists.builds ??= builtImages(world, input.builds ?? []);
      return lists.builds;
    },
    get dockerfiles() {
      lists.dockerfiles ??= pathsOf('dockerfile').flatMap((path) => world.dockerfileAt(path) ?? []);
      return lists.dockerfiles;
    },
    get composeFiles() {
      lists.composeFiles ??= pathsOf('compose').flatMap((path) => composeFileOf(path) ?? []);
      return lists.composeFiles;
    },
    get composes() {
      lists.composes ??= composeGroups(
        world.composeFiles.map((file) => file.source.path),
        settings,
      ).map((group) => {
        const files = { fileSystem: fs, tree: treeOf };
        const model = loadModel({ ...group, files });
        return buildCompose(world, composeFileOf, model);
      });
      return lists.composes;
    },
  };
  return world;
}
