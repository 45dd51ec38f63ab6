import type { Place } from '@dockwarden-internal/syntax';
import type { Image } from './image.ts';

/**
 * Everything that the build of an image can read, told from the Dockerfile alone: which paths, under which patterns, and why. Which files
 * these are on the disk is another step. What cannot be told widens the inputs and is named; nothing is guessed away.
 */
export interface ImageInputs {
  readonly image: Image;
  /** The main context, then named local contexts that are used. */
  readonly contexts: readonly ContextInputs[];
  /** Files beside those of contexts: the Dockerfile. */
  readonly files: readonly string[];
  /** Build arguments that a reached stage declares, with the value that holds there. */
  readonly args: readonly EffectiveArg[];
  /** What the target stage's build executes, variables of FROM and sources resolved, comments and unreached stages left out. */
  readonly meaning: string;
  /** Images and repositories from elsewhere, in file order, each once. */
  readonly references: readonly RemoteReference[];
  /** Names of images of this workspace that it is built on, by the reference that names them. */
  readonly parents: ReadonlyMap<string, string>;
  readonly secrets: readonly string[];
  readonly ssh: readonly string[];
  /** What a build fetches or runs that no key can cover, by line. */
  readonly volatile: readonly NamedLine[];
  /** Why inputs were widened to a whole context, by line. */
  readonly widened: readonly NamedLine[];
  /** True where the Dockerfile mentions the builder's own platform (`BUILDPLATFORM`). */
  readonly readsBuildPlatform: boolean;
  /** True where an ARG SOURCE_DATE_EPOCH is declared before a RUN. */
  readonly declaresEpoch: boolean;
}

/** What is read of one build context. */
export interface ContextInputs {
  /** Name of a named context; absent for the main one. */
  readonly name?: string;
  /** From the root. */
  readonly directory: string;
  /** The ignore file in force, and every path where one would be heeded instead or is: those that are absent are inputs too. */
  readonly ignoreFile?: string;
  readonly ignoreCandidates: readonly string[];
  /** What instructions read of it; everything, where one source is `.`. */
  readonly sources: readonly InputSource[];
}

/** What one COPY, ADD or bind mount reads of a context. */
export interface InputSource {
  /** Clean path or pattern relative to the context; `.` is all of it. */
  readonly path: string;
  /** Whether `path` is a pattern in the sense of Go's filepath.Match (`**` too, with `--parents`). */
  readonly pattern: boolean;
  /** Patterns of `--exclude`, relative to what is copied (with `--parents`: to the context). */
  readonly excludes: readonly string[];
  /** True with `--parents`. */
  readonly parents?: boolean;
  /** With `--parents`: the folder before `/./`, else `.`; `excludes` are relative to it. Where it is not told, they are left aside. */
  readonly pivot?: string;
  /** Folders and files, from the root, to which `.` is narrowed, since the workspace is pruned to a project in the same stage. */
  readonly closure?: readonly string[];
  readonly instruction: 'COPY' | 'ADD' | 'RUN --mount';
  readonly place: Place;
}

export interface EffectiveArg {
  readonly name: string;
  /** Undefined for one without a value. */
  readonly value: string | undefined;
  readonly given: boolean;
  /** True where FROM is made of it, so that it stands for a base, not for the image. */
  readonly namesBase?: boolean;
}

export type RemoteUse = 'from' | 'copy' | 'mount' | 'context' | 'git' | 'url' | 'frontend';

/** A reference to something outside of the workspace. */
export interface RemoteReference {
  /** Resolved: `node:22-slim`, `https://…`. */
  readonly text: string;
  readonly use: RemoteUse;
  /** `pinned`: names its digest or checksum; `resolvable`: a tag that can be looked up; `volatile`: nothing tells what it holds. */
  readonly kind: 'pinned' | 'resolvable' | 'volatile';
  /** Of `FROM --platform`, where it is said. */
  readonly platform?: string;
  readonly place: Place;
}

/** Something to be said of a line. */
export interface NamedLine {
  readonly why: string;
  readonly place: Place;
}
