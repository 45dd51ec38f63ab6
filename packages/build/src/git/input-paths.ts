import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '@dockwarden-internal/syntax';
import type { ImageInputs } from '../model/image-inputs.ts';
import { contextPaths } from './context-paths.ts';
import { isUnder, outermost } from './root-path.ts';

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
  /** Absolute path of the workspace's root. */
  readonly root: string;
  /** Folders whose tracked files stand for inputs that are made from them: the project of a copied `dist`, and all that it needs. */
  readonly generatedFrom?: readonly string[];
  /** The text of an ignore file, where it is not to be read from the disk. */
  readonly readText?: (path: string) => string | undefined;
}

/**
 * The input matcher of an image. Give the inputs of the images it is built on too, since their changes are its own. The Dockerfile and every
 * path where an ignore file would be heeded count whether or not anything reads them: they decide what the rest means.
 */
export function inputPaths(images: readonly ImageInputs[], options: InputPathsOptions): InputPaths {
  const { root, generatedFrom = [], readText = (path) => readIfThere(join(root, path)) } = options;
  const dockerfiles = new Set(images.flatMap(({ files }) => files));
  const contexts = images.flatMap((image) => image.contexts);
  const ignoreFiles = new Set(contexts.flatMap(({ ignoreCandidates }) => ignoreCandidates));
  const disk = { root, readText, exists: (path: string) => existsSync(join(root, path)) };
  const parts = contexts.map((context) => contextPaths(context, disk));
  const known = new Map<string, InputReason | null>();

  function decide(path: string): InputReason | undefined {
    if (dockerfiles.has(path)) return { by: 'dockerfile' };
    if (ignoreFiles.has(path)) return { by: 'ignore file' };
    for (const part of parts) {
      const source = part.readBy(path);
      if (source) return { by: 'source', place: source.place };
    }
    return generatedFrom.some((folder) => isUnder(path, folder)) ? { by: 'generated from' } : undefined;
  }

  return {
    starts: outermost([...dockerfiles, ...ignoreFiles, ...generatedFrom, ...parts.flatMap(({ starts }) => starts)]),
    reasonOf(path) {
      let reason = known.get(path);
      if (reason === undefined) {
        reason = decide(path) ?? null;
        known.set(path, reason);
      }
      return reason ?? undefined;
    },
    mayHold: (folder) =>
      parts.some((part) => part.mayHold(folder)) ||
      generatedFrom.some((other) => isUnder(other, folder) || isUnder(folder, other)),
  };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
