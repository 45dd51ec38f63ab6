import { type IgnoreMatcher, ignoreMatcher, type Place, parseIgnore, sourceText } from '@dockwarden-internal/syntax';
import type { ContextInputs, ImageInputs } from '../model/image-inputs.ts';
import { isUnder, outermost } from './root-path.ts';
import { type SourceMatch, sourceMatch } from './source-match.ts';

/** Why a path is an input. */
export interface InputReason {
  readonly by: 'source' | 'dockerfile' | 'ignore file' | 'generated from';
  /** Of the instruction that reads it. */
  readonly place?: Place;
}

/** Which paths an image is made from, whether they exist now or did in another commit. All paths are from the workspace's root. */
export interface InputPaths {
  /** Files and folders that hold all inputs, none below another; `.` for everything. */
  readonly starts: readonly string[];
  /** Why a change of the file counts; undefined where it does not. */
  reasonOf(path: string): InputReason | undefined;
  /** Whether a folder may hold an input: asked of submodules, which change as a whole. May be true where it cannot be told. */
  mayHold(folder: string): boolean;
}

export interface InputPathsOptions {
  /** The text of an ignore file. */
  readonly readText: (path: string) => string | undefined;
  /** Folders whose tracked files stand for inputs that are made from them: the project of a copied `dist`, and all that it needs. */
  readonly generatedFrom?: readonly string[];
}

/**
 * The input matcher of an image. Give the inputs of the images it is built on too, since their changes are its own. The Dockerfile and every
 * path where an ignore file would be heeded count whether or not anything reads them: they decide what the rest means.
 */
export function inputPaths(images: readonly ImageInputs[], options: InputPathsOptions): InputPaths {
  const generatedFrom = options.generatedFrom ?? [];
  const dockerfiles = new Set(images.flatMap(({ files }) => files));
  const contexts = images.flatMap((image) => image.contexts);
  const ignoreFiles = new Set(contexts.flatMap(({ ignoreCandidates }) => ignoreCandidates));
  const parts = contexts.map((context) => contextPart(context, options.readText));
  const known = new Map<string, InputReason | undefined>();

  function decide(path: string): InputReason | undefined {
    if (dockerfiles.has(path)) return { by: 'dockerfile' };
    if (ignoreFiles.has(path)) return { by: 'ignore file' };
    for (const part of parts) {
      const found = part.find(path);
      if (found) return { by: 'source', place: found.source.place };
    }
    return generatedFrom.some((folder) => isUnder(path, folder)) ? { by: 'generated from' } : undefined;
  }

  return {
    starts: outermost([...dockerfiles, ...ignoreFiles, ...generatedFrom, ...parts.flatMap(({ starts }) => starts)]),
    reasonOf(path) {
      if (!known.has(path)) known.set(path, decide(path));
      return known.get(path);
    },
    mayHold: (folder) =>
      parts.some((part) => part.mayHold(folder)) || generatedFrom.some((other) => meet(other, folder)),
  };
}

interface ContextPart {
  readonly starts: readonly string[];
  find(path: string): SourceMatch | undefined;
  mayHold(folder: string): boolean;
}

function contextPart(context: ContextInputs, readText: InputPathsOptions['readText']): ContextPart {
  const { directory } = context;
  const matches = context.sources.map(sourceMatch);
  let ignore: IgnoreMatcher | undefined;
  // Most images are never asked of a path below their context.
  const ignoring = () => {
    const text = context.ignoreFile === undefined ? undefined : readText(context.ignoreFile);
    ignore ??= ignoreMatcher(parseIgnore(sourceText(context.ignoreFile ?? '', text ?? '')));
    return ignore;
  };
  const starts = matches.flatMap(({ source, start }) =>
    source.closure && start === '.' ? source.closure : [joinFolder(directory, start)],
  );
  return {
    starts,
    find(path) {
      const inside = relativeTo(directory, path);
      if (inside === undefined || inside === '.') return undefined;
      const found = matches.find((match) => match.matches(inside) && isInClosure(match, path));
      return found && !ignoring().match(inside).ignored ? found : undefined;
    },
    mayHold(folder) {
      if (!starts.some((start) => meet(start, folder))) return false;
      const inside = relativeTo(directory, folder);
      if (inside === undefined || inside === '.') return true;
      return !ignoring().match(inside).ignored || ignoring().mayKeepBelow(inside);
    },
  };
}

function isInClosure({ source }: SourceMatch, path: string): boolean {
  return source.closure?.some((folder) => isUnder(path, folder)) ?? true;
}

/** One holds the other. */
function meet(a: string, b: string): boolean {
  return isUnder(a, b) || isUnder(b, a);
}

export function joinFolder(folder: string, path: string): string {
  if (path === '.' || path === '') return folder;
  return folder === '.' || folder === '' ? path : `${folder}/${path}`;
}

/** Undefined outside of the folder, `.` for the folder itself. */
function relativeTo(folder: string, path: string): string | undefined {
  if (folder === '.' || folder === '') return path;
  if (path === folder) return '.';
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
