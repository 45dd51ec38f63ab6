import { cleanPath } from '@dockwarden-internal/syntax';
import { below } from './join-path.ts';
import type { View } from './view.ts';

/** As many links are followed for one path; Linux gives up after 40, Go after 255. */
const MOST_LINKS = 255;

export interface Followed {
  /** Links that were passed on the way, which the builder gets too. */
  readonly links: readonly string[];
  /** Where the path leads to, without links; undefined where nothing is there for the builder. */
  readonly path?: string;
  /** The link whose target lies outside of the context as it stands on the disk. */
  readonly leaving?: string;
}

/**
 * Follows links in every part of a path, the last one too, as the builder does: nothing leads out of a context, `..` stops at its top and
 * an absolute target starts there. Source: fsutil FollowLinks.
 */
export function followPath(view: View, path: string): Followed {
  const links: string[] = [];
  let leaving: string | undefined;
  let rest = path === '.' ? [] : path.split('/');
  let at = '.';
  while (rest.length > 0) {
    const [name, ...others] = rest as [string, ...string[]];
    const next = below(at, name);
    const kind = view.kind(next);
    if (kind === undefined || !view.isThere(next)) return { links, leaving };
    if (kind !== 'link') {
      at = next;
      rest = others;
      continue;
    }
    if (links.length >= MOST_LINKS) return { links, leaving };
    links.push(next);
    const target = view.disk.readLink(view.absolute(next));
    if (target === undefined) return { links, leaving };
    if (leadsOut(at, target)) leaving ??= next;
    const clean = cleanPath(`/${target.startsWith('/') ? '' : at}/${target}`);
    rest = [...clean.split('/').filter((part) => part !== ''), ...others];
    at = '.';
  }
  return { links, path: at, leaving };
}

function leadsOut(folder: string, target: string): boolean {
  return target.startsWith('/') || /^\.\.(\/|$)/.test(cleanPath(`${folder}/${target}`));
}
