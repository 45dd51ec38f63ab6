import { Minimatch } from 'minimatch';
import type { PluginOptions } from '../options/plugin-options.ts';

/** Which files the plugin looks at, by path from the workspace root. */
export type Selection = (path: string) => boolean;

/** What `include` and `exclude` leave. */
export function selection({ include, exclude = [] }: PluginOptions): Selection {
  const taken = include?.map((glob) => new Minimatch(glob, { dot: true, nocomment: true }));
  const left = exclude.map((glob) => new Minimatch(glob, { dot: true, nocomment: true }));
  return (path) => (taken?.some((glob) => glob.match(path)) ?? true) && !left.some((glob) => glob.match(path));
}
