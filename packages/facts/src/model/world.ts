import type { FileSystem } from '../kernel/file-system.ts';
import type { WorkspaceModel } from '../kernel/workspace-model.ts';
import type { Dockerfile } from './dockerfile.ts';

/** All that one run knows: the disk, the workspace, and every file that is looked at, so that facts can link across files. */
export interface World {
  readonly fs: FileSystem;
  readonly workspace: WorkspaceModel;
  readonly settings: FactSettings;
  /** Every Dockerfile of the run, sorted by path. */
  readonly dockerfiles: readonly Dockerfile[];
}

/** What the configuration may tell the facts. */
export interface FactSettings {
  /** Entries that go before the built-in table of base images, in its shape. */
  readonly bases?: readonly unknown[];
  /** Globs of files for production and development, beside the built-in name patterns. */
  readonly production?: readonly string[];
  readonly development?: readonly string[];
}
