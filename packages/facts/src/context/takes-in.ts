import { isWithin } from '../kernel/path.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Source } from '../model/files.ts';
import { keepsParents } from '../source/on-disk.ts';
import { isPattern, pathMatcher } from '../source/path-match.ts';
import { patternTest } from './pattern-test.ts';

/** Whether a source of the context takes in the manifest, itself or with a folder above it. */
export function takesIn(source: Source, path: string): Maybe<boolean> {
  const { path: pattern, instruction } = source;
  if (pattern === undefined || isUnsure(pattern)) return unknown;
  const excluded = instruction.node.flags.some(
    ({ name, value }) => name === '--exclude' && value && patternTest(value)(path),
  );
  if (excluded) return false;
  if (!isPattern(pattern)) return holds(pattern, path);
  if (keepsParents(source)) return patternTest(pattern)(path);
  const matches = pathMatcher(pattern);
  return foldersOf(path).some(matches);
}

/** Whether a folder, or a file, of the context is or holds a path. */
export function holds(folder: Maybe<string>, path: string): Maybe<boolean> {
  return folder === undefined || isUnsure(folder) ? unknown : isWithin(path, folder);
}

/** The path and the folders above it. */
function foldersOf(path: string): readonly string[] {
  const segments = path.split('/');
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
