import type { IgnorePattern, IgnoreTree, Place } from '@dockwarden-internal/syntax';
import type { Maybe } from '../kernel/unsure.ts';
import type { Command } from './command.ts';
import type { Dockerfile } from './dockerfile.ts';
import type { Project } from './project.ts';

/** One build context: a folder, the Dockerfile that is built from it, and the ignore file in force. */
export interface Context {
  readonly dockerfile: Dockerfile;
  /** Relative to the workspace root; `.` is the root. */
  readonly directory: string;
  /** What says so: the literal COPY sources, a Compose build, the configuration. */
  readonly decidedBy: string;
  readonly ignore?: IgnoreFile;
}

export interface IgnoreFile {
  readonly path: string;
  readonly tree: IgnoreTree;
  readonly context: Context;
  readonly place: Place;
}

export interface PatternLine {
  readonly file: IgnoreFile;
  readonly pattern: IgnorePattern;
  readonly place: Place;
}

/** A workspace project that the context's project needs. */
export interface ContextDependency {
  readonly context: Context;
  readonly project: Project;
  /** Whether it, or its manifest, is there when the install runs. */
  readonly copied: Maybe<boolean>;
  /** The install that has to find it. */
  readonly neededBy: Command;
  /** Of the install. */
  readonly place: Place;
}
