import type { Source } from '../model/files.ts';

/** Endings of what ADD unpacks: tar files, compressed or not. A zip file is none. Source: Dockerfile reference, ADD "Adding local tar archives". */
const ARCHIVE = /\.(?:tar|tar\.(?:gz|bz2|xz|zst|lzma|z)|t[gbx]z2?|tlz|tzst|gz|bz2|xz|lzma|zst|z)$/i;

/** True for a file that ADD would unpack; also where variables stand further left. */
export function isArchive({ text, path, heredoc }: Source): boolean {
  if (heredoc) return false;
  const name = typeof path === 'string' ? path : text;
  return ARCHIVE.test(name.replace(/[?#].*$/, '').replace(/["']$/, ''));
}
