import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { Source } from '../model/files.ts';
import { isLocal } from './sources.ts';

/** True where a source takes in all of the context: `.`, `/`, `*`. False for what comes from elsewhere. */
export function isWholeContext(source: Source): Maybe<boolean> {
  if (!isLocal(source)) return false;
  const { path } = source;
  return path === undefined || isUnsure(path) ? path : isWholePath(path);
}

/** The same of a clean path; a Windows drive counts. */
export function isWholePath(path: string): boolean {
  return /^(?:\.|\*+|\*+\/\*+)$/.test(path) || /^[a-z]:$/i.test(path);
}
