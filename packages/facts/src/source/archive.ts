import { contextOf } from '../context/context-of.ts';
import { memo } from '../kernel/memo.ts';
import { joinPath } from '../kernel/path.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Source } from '../model/files.ts';
import { matchesOf } from './on-disk.ts';

/** Endings of what ADD unpacks: tar files, compressed or not. A zip file is none. Source: Dockerfile reference, ADD "Adding local tar archives". */
const ARCHIVE = /\.(?:tar|tar\.(?:gz|bz2|xz|zst|lzma|z)|t[gbx]z2?|tlz|tzst|gz|bz2|xz|lzma|zst|z)$/i;

/**
 * True for what ADD would unpack: by its name, also where variables stand further left, or by what the file in the context begins with, which
 * is what counts. Unknown for a file of another name that is compressed, or too large to be read. Of COPY only the name is looked at.
 */
export const isArchive = memo((source: Source): Maybe<boolean> => {
  if (isArchiveByName(source)) return true;
  return !source.heredoc && source.instruction.node.keyword === 'add' && beginsAsArchive(source);
});

/** The same by the name alone, for what the context itself is found by. */
export function isArchiveByName({ text, path, heredoc }: Source): boolean {
  if (heredoc) return false;
  const name = typeof path === 'string' ? path : text;
  return ARCHIVE.test(name.replace(/[?#].*$/, '').replace(/["']$/, ''));
}

/** Files of a pattern that are looked into. */
const MOST_FILES = 64;

function beginsAsArchive(source: Source): Maybe<boolean> {
  const matches = matchesOf(source);
  const context = contextOf(source.instruction.dockerfile);
  if (matches === undefined || isUnsure(matches) || !context || isUnsure(context)) return false;
  const { fs } = source.instruction.dockerfile.world;
  const paths = matches.map((path) => joinPath(context.directory, path)).filter((path) => fs.kind(path) === 'file');
  const kinds = new Set(paths.slice(0, MOST_FILES).map((path) => kindOf(fs.read(path))));
  if (kinds.has('tar')) return true;
  return kinds.has('compressed') || kinds.has('unread') || paths.length > MOST_FILES ? unknown : false;
}

/** gzip, bzip2, xz and zstd; bytes that are no UTF-8 are read as U+FFFD. Source: moby, pkg/archive, DetectCompression. */
const COMPRESSED = ['\x1f\ufffd\b', 'BZh', '\ufffd7zXZ\0', '(\ufffd/\ufffd'];

function kindOf(text: string | undefined): 'tar' | 'compressed' | 'other' | 'unread' {
  if (text === undefined) return 'unread';
  if (COMPRESSED.some((magic) => text.startsWith(magic))) return 'compressed';
  return isTarHeader(text.slice(0, 512)) ? 'tar' : 'other';
}

/** The sum that a header of tar holds of itself, counted as if blanks stood in its place. Source: POSIX, pax, "ustar Interchange Format". */
function isTarHeader(header: string): boolean {
  // With names that are no plain ASCII characters are not bytes, but the magic stays.
  if (header.includes('\0ustar\0') || header.includes('\0ustar  \0')) return true;
  const written = /^ *([0-7]+)/.exec(header.slice(148, 156))?.[1];
  if (header.length < 512 || written === undefined) return false;
  const blanked = `${header.slice(0, 148)}${' '.repeat(8)}${header.slice(156)}`;
  return [...blanked].reduce((sum, character) => sum + character.charCodeAt(0), 0) === Number.parseInt(written, 8);
}
