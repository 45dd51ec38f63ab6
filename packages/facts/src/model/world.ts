import type { YamlTree } from '@dockwarden-internal/syntax';
import type { OwnProgram } from '../commands/programs/own-programs.ts';
import type { ComposeFault } from '../compose/faults.ts';
import type { FileSystem } from '../kernel/file-system.ts';
import type { WorkspaceModel } from '../kernel/workspace-model.ts';
import type { BuiltImage } from './built.ts';
import type { Dockerfile } from './dockerfile.ts';
import type { Compose, ComposeFile } from './service.ts';

/** All that one run knows: the disk, the workspace, and every file that is looked at, so that facts can link across files. */
export interface World {
  readonly fs: FileSystem;
  readonly workspace: WorkspaceModel;
  readonly settings: FactSettings;
  /** Every Dockerfile of the run, sorted by path. */
  readonly dockerfiles: readonly Dockerfile[];
  /** Every Compose file of the run as written, sorted by path. */
  readonly composeFiles: readonly ComposeFile[];
  /** The models that the Compose files merge into. */
  readonly composes: readonly Compose[];
  /** Images that were built or found in this run; none in a run that only lints. */
  readonly builds: readonly BuiltImage[];
  /** A Dockerfile by its path from the root, also one that the run does not lint; undefined where there is none. */
  dockerfileAt(path: string): Dockerfile | undefined;
  /** What of a Compose file breaks the schema of the Compose Specification. */
  readonly checkSchema?: (tree: YamlTree) => readonly ComposeFault[];
}

/** An image of the configuration, as far as facts ask. */
interface ConfiguredImage {
  readonly dockerfile: string;
  readonly context?: string;
  readonly target?: string;
  readonly contexts?: Readonly<Record<string, string>>;
}

/** What the configuration may tell the facts. */
export interface FactSettings {
  /** Entries that go before the built-in table of base images, in its shape. */
  readonly bases?: readonly unknown[];
  /** Programs beside those of the built-in tables. */
  readonly programs?: readonly OwnProgram[];
  /** Globs of files for production and development, beside the built-in name patterns. */
  readonly production?: readonly string[];
  readonly development?: readonly string[];
  /** Images by name; paths from the root. */
  readonly images?: Readonly<Record<string, ConfiguredImage>>;
  /** What holds for every image that does not say it itself. */
  readonly build?: Pick<ConfiguredImage, 'contexts'>;
}
