import type { ImageRequest } from './image-request.ts';

/** One image of the workspace: a Dockerfile, a target stage and a context, and what is asked of its build. */
export interface Image {
  /** Unique in the workspace: the project's name, `<project>-<variant>`, or the key in `images:`. */
  readonly name: string;
  /** Absent for a Dockerfile that belongs to no project. */
  readonly project?: string;
  /** From the workspace root. */
  readonly dockerfile: string;
  /** Name of the target stage; absent for the last one. */
  readonly target?: string;
  /** Build context, from the workspace root (`.` is the root); absent where nothing tells, and `build` then asks. */
  readonly context?: string;
  /** What makes it an image: `dockwarden.yaml`, `compose.yaml: service api`, `docker-bake.json: target api`, `apps/api/Dockerfile`. */
  readonly declaredBy: string;
  /** What tells the context, in words for `dockwarden images`. */
  readonly contextBy?: string;
  readonly request: ImageRequest;
}
