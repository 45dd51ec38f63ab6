import type { Place } from '@dockwarden-internal/syntax';
import type { Dockerfile } from './dockerfile.ts';
import type { Project } from './project.ts';

/** COPY lines of manifests that follow from the workspace, between two marks of a Dockerfile. */
export interface ManifestBlock {
  readonly dockerfile: Dockerfile;
  /** Whose manifests stand there; absent where the Dockerfile belongs to no project. */
  readonly project?: Project;
  /** Whether the manifests of all projects belong there, as an install that checks the whole lockfile asks for. */
  readonly whole: boolean;
  /** From the line after the first mark to the line of the last. */
  readonly body: Place;
  /** The first mark. */
  readonly place: Place;
}
