import { lstatSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Links followed for one path; as many as Linux follows. */
const MOST_LINKS = 40;

/**
 * The links that a path leads through, and last where it leads to: what `COPY current/app` reads where `current` is a link. Paths are from
 * the root; empty where no link is on the way. A link out of the root ends the way.
 */
export function linksOnTheWay(root: string, path: string): readonly string[] {
  const links: string[] = [];
  const reached: string[] = [];
  const left = path.split('/').reverse();
  while (left.length > 0) {
    const name = left.pop()!;
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (reached.pop() === undefined) return links;
      continue;
    }
    reached.push(name);
    const target = linkTarget(join(root, ...reached));
    if (target === undefined) continue;
    links.push(reached.join('/'));
    if (target.startsWith('/') || links.length >= MOST_LINKS) return links;
    reached.pop();
    left.push(...target.split('/').reverse());
  }
  return links.length === 0 ? links : [...links, reached.join('/') || '.'];
}

function linkTarget(path: string): string | undefined {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : undefined;
  } catch {
    return undefined;
  }
}
