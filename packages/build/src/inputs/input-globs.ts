import { isPattern, joinPath } from '@dockwarden-internal/facts';
import type { ContextInputs, ImageInputs, InputSource } from '../model/image-inputs.ts';
import type { GeneratedSource } from './generated-sources.ts';

export interface GlobOptions {
  /** Inputs of the images that it may be built on, by name: what is an input of a parent is one of its child. */
  readonly others?: ReadonlyMap<string, ImageInputs>;
  /** What other tasks make is left out: it is declared as their output, since task runners hash no file that git ignores. */
  readonly generated?: readonly GeneratedSource[];
}

/**
 * What an image is built from as globs from the workspace's root, for a task runner: the Dockerfile, every ignore file that would be heeded, and
 * each source as a file and as a folder, there or not. They hold all inputs and may hold more: what ignore files and `--exclude` leave out stays
 * in, since a glob that takes it away could take back what a `!` line keeps. Sorted.
 */
export function inputGlobs(inputs: ImageInputs, { others = new Map(), generated = [] }: GlobOptions = {}): string[] {
  const made = new Set(generated.map(({ source }) => source));
  const globs = new Set<string>();
  for (const each of withParents(inputs, others)) {
    for (const file of each.files) globs.add(literal(file));
    for (const context of each.contexts) {
      for (const path of context.ignoreCandidates) globs.add(literal(path));
      for (const source of context.sources) {
        if (made.has(source)) continue;
        for (const glob of sourceGlobs(context, source)) globs.add(glob);
      }
    }
  }
  return [...globs].sort();
}

function withParents(inputs: ImageInputs, others: ReadonlyMap<string, ImageInputs>): Set<ImageInputs> {
  const all = new Set([inputs]);
  for (const each of all) {
    for (const name of each.parents.values()) {
      const parent = others.get(name);
      if (parent) all.add(parent);
    }
  }
  return all;
}

function sourceGlobs({ directory }: ContextInputs, { path, pattern, closure }: InputSource): string[] {
  if (closure) return closure.flatMap((each) => withContents(literal(each)));
  if (path === '.') return [directory === '.' ? '**/*' : `${literal(directory)}/**/*`];
  const base = directory === '.' ? '' : `${literal(directory)}/`;
  return withContents(pattern ? `${base}${asGlob(path)}` : literal(joinPath(directory, path)));
}

function withContents(glob: string): string[] {
  return [glob, `${glob}/**/*`];
}

/** A path as a glob. What would mean something in some task runner's globs becomes `?`, which all have. */
function literal(path: string): string {
  return path.replace(/[*?[\]{}()!+@|,\\]/g, '?');
}

/** A pattern of COPY as a glob: `*`, `**` and `?` are the same, a class is any one character. Source: Go's filepath.Match. */
function asGlob(pattern: string): string {
  const parts = pattern.match(/\\[\s\S]|\[\^?(?:\\[\s\S]|[^\]\\])+\]|\*+|[\s\S]/g) ?? [];
  return parts
    .map((part) => {
      if (part.startsWith('*')) return part.length > 2 ? '*' : part;
      if (part.length > 1 || isPattern(part)) return '?';
      return literal(part);
    })
    .join('');
}
