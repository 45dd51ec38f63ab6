import { isMap, ownEntry } from '@dockwarden-internal/syntax';
import type { ImageBuild } from './image-build.ts';
import type { Json, TargetFile } from './open-nx.ts';

/** A target of a project that builds an image by another tool. */
export interface FoundTarget {
  readonly name: string;
  /** Where it is written; absent where a plugin infers all of it. */
  readonly file?: TargetFile;
  /** What is built, or why that cannot be told. */
  readonly build: ImageBuild | { readonly fault: string };
  /** By name of the configuration. */
  readonly configurations: Readonly<Record<string, ImageBuild | { readonly fault: string }>>;
  readonly dependsOn?: unknown;
  readonly defaultConfiguration?: string;
  /** Changed only where all of it can be carried over: a command that somebody wrote. */
  readonly isCommand?: boolean;
  /** What it builds with, in words. */
  readonly by: string;
}

/** What `targetDefaults` says of a target; undefined where it is a list, which Nx 23 takes as well. */
export function defaultsOf(nxJson: Json, name: string, executor: string | undefined): Json {
  const defaults = nxJson['targetDefaults'];
  if (!isMap(defaults)) return {};
  const found = (executor === undefined ? undefined : ownEntry(defaults, executor)) ?? ownEntry(defaults, name);
  return isMap(found) ? found : {};
}

/** The configuration that Nx takes where none is asked for; the last layer that names one holds. */
export function defaultOf(layers: readonly Json[]): { readonly defaultConfiguration?: string } {
  const named = layers.map((layer) => layer['defaultConfiguration']).findLast((each) => typeof each === 'string');
  return typeof named === 'string' ? { defaultConfiguration: named } : {};
}
