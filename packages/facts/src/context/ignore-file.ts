import {
  type IgnoreMatcher,
  type IgnorePattern,
  type IgnoreTree,
  ignoreMatcher,
  parseIgnore,
  sourceText,
} from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { joinPath } from '../kernel/path.ts';
import type { Context, IgnoreFile, PatternLine } from '../model/context.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { World } from '../model/world.ts';

/** The parsed ignore files of a run by path: contexts that share one share its tree and matcher. */
const treesOf = memo((_world: World) => new Map<string, IgnoreTree | undefined>());

function ignoreTree(world: World, path: string): IgnoreTree | undefined {
  const trees = treesOf(world);
  if (trees.has(path)) return trees.get(path);
  const text = world.fs.read(path);
  const tree = text === undefined ? undefined : parseIgnore(sourceText(path, text));
  trees.set(path, tree);
  return tree;
}

/**
 * The ignore file that a build of the Dockerfile from a folder heeds: `<Dockerfile name>.dockerignore` beside it, else `.dockerignore`
 * at the context's root. Source: Docker docs, "Build context", ".dockerignore files".
 */
export function ignoreTreeFor(dockerfile: Dockerfile, directory: string): IgnoreTree | undefined {
  const own = ignoreTree(dockerfile.world, `${dockerfile.source.path}.dockerignore`);
  return own ?? ignoreTree(dockerfile.world, joinPath(directory, '.dockerignore'));
}

/** The fact of an ignore file; its place is the first line with something on it. */
export function ignoreFile(context: Context, tree: IgnoreTree): IgnoreFile {
  const { source } = tree;
  const starts = [...tree.patterns, ...tree.comments].map(({ span }) => span);
  const span = starts.reduce(
    (first, next) => (next.start < first.start ? next : first),
    starts[0] ?? { start: 0, end: 0 },
  );
  return { path: source.path, tree, context, place: { source, span } };
}

export const patternsOf = memo((file: IgnoreFile): readonly PatternLine[] =>
  file.tree.patterns.map((pattern) => ({ file, pattern, place: { source: file.tree.source, span: pattern.span } })),
);

/** The line that holds a pattern. */
export function lineOf(file: IgnoreFile, pattern: IgnorePattern): PatternLine | undefined {
  return patternsOf(file).find((line) => line.pattern === pattern);
}

export const matcherOf: (tree: IgnoreTree) => IgnoreMatcher = memo(ignoreMatcher);
