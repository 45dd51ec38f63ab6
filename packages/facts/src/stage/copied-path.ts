import { baseName } from '../kernel/path.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Copied } from '../model/files.ts';
import { kindOnDisk } from '../source/on-disk.ts';
import { isPattern } from '../source/path-match.ts';
import { sourcesOf, targetOf } from '../source/sources.ts';

/**
 * Where a copied file itself lies in the image: at the target, or by its name in the folder that the target is. Unknown for a pattern, and for
 * what may be a folder, of which only the content is copied.
 * Source: Dockerfile reference, COPY, "Destination".
 */
export function copiedPath({ source, target }: Copied): Maybe<string> {
  if (target === undefined || isUnsure(target)) return target;
  const { path, instruction, heredoc } = source;
  const written = targetOf(instruction)?.value;
  const isFolder =
    typeof written !== 'string' || /(^|[/\\])\.{0,2}$/.test(written) || sourcesOf(instruction).length > 1;
  if (heredoc) return isFolder ? unknown : target;
  if (path === undefined || isUnsure(path) || isPattern(path) || !isFile(source)) return unknown;
  return isFolder ? `${target === '/' ? '' : target}/${baseName(path)}` : target;
}

/** By what is on disk, or else by an ending of the name. */
function isFile(source: Copied['source']): boolean {
  const kind = kindOnDisk(source);
  if (kind !== undefined && !isUnsure(kind)) return kind === 'file';
  return typeof source.path === 'string' && /[^/]\.\w+$/.test(source.path);
}
