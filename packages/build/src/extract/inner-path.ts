/** No name is longer on the file systems that there are. */
const MOST_NAME = 255;
const MOST_PATH = 4096;

/** An entry's path below the folder that it is unpacked into: `.` for the folder itself, undefined for one that leaves it or cannot be. */
export function innerPath(path: string): string | undefined {
  if (path.startsWith('/') || path.includes('\0') || path.includes('\ufffd') || path.length > MOST_PATH)
    return undefined;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.some((part) => part === '..' || Buffer.byteLength(part) > MOST_NAME)) return undefined;
  return parts.join('/') || '.';
}

/**
 * A link's target as one that stays in the folder: in a container the image's root is that of absolute paths, and nothing is above it. What
 * is left of `..` stands in front, where it climbs real folders only.
 */
export function innerTarget(link: string, target: string): string {
  const depth = link.split('/').length - 1;
  const start = target.startsWith('/') ? [] : link.split('/').slice(0, -1);
  const parts = [...start];
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  const folders = link.split('/').slice(0, -1);
  let shared = 0;
  while (shared < folders.length && shared < parts.length && folders[shared] === parts[shared]) shared++;
  return [...Array.from({ length: depth - shared }, () => '..'), ...parts.slice(shared)].join('/') || '.';
}
