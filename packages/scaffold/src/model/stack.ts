import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { App } from './app.ts';
import type { Evidence } from './evidence.ts';
import type { PlannedFile } from './planned-file.ts';
import type { Service } from './service.ts';
import type { BaseKind, Pattern, SetupOptions } from './setup-options.ts';

/** Languages whose files can stand side by side in a folder without meaning each other. */
export type Family = 'node' | 'python' | 'go' | 'java' | 'rust' | 'dotnet' | 'static' | 'generic';

/** A kind of app that files can be written for. `Details` is what `detect` finds out and `plan` needs. */
export interface Stack<Details = unknown> {
  /** What `--stack` takes: `node`, `nextjs`, `python`. */
  readonly name: string;
  /** For people: `Next.js (standalone)`. */
  readonly title: string;
  readonly family: Family;
  readonly patterns: readonly Pattern[];
  /** The first is the default. */
  readonly bases: readonly BaseKind[];
  /**
   * Undefined where the project's files do not speak for this stack. `asked`: somebody named the stack, so that anything that is not
   * impossible is enough. A file that cannot be read is a diagnostic.
   */
  detect(app: App, asked: boolean): Detected<Details> | Diagnostic | undefined;
  plan(app: App, details: Details, options: SetupOptions): StackPlan | Diagnostic;
}

export interface Detected<Details = unknown> {
  readonly details: Details;
  /** Language, framework, package manager, versions, port, start command: each with its reason. */
  readonly evidence: readonly Evidence[];
}

/** The files of one image and what others need to know of it. */
export interface StackPlan {
  readonly dockerfile: string;
  /** Where the build context lies: the project's folder, or the workspace's root. */
  readonly context: 'project' | 'workspace';
  /** Text of the ignore file of that context, for this Dockerfile alone. */
  readonly ignore: string;
  readonly service: Service;
  /** Further files, as a server's configuration; from the workspace's root. */
  readonly files: readonly PlannedFile[];
  /** Policies that the pattern that was asked for goes against, beside the one about stages: `image/build-tools` of a compiler that ships. */
  readonly relaxes?: readonly string[];
  /** What somebody has to know or do: `set output: 'standalone' in next.config.js`. One sentence each. */
  readonly notes: readonly string[];
}
