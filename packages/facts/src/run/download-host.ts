import { textAt } from '@dockwarden-internal/syntax';
import { known, type Maybe, unresolved } from '../kernel/unsure.ts';
import type { Download } from '../model/install.ts';

/** The host that a download comes from, without port, in lower case; unresolved where a variable is part of it. */
export function hostOf({ url, place }: Download): Maybe<string> {
  const text = known(url) ?? textAt(place).replace(/^["']/, '');
  if (text.startsWith('$')) return unresolved;
  const host = /^(?:[a-z][a-z\d+.-]{0,20}:\/\/)?(?:[^\s/?#@]{0,200}@)?(\[[^\]\s]{0,50}\]|[^\s/?#:"']+)/i.exec(
    text,
  )?.[1];
  return host !== undefined && /^(?:[\w.-]+|\[.*\])$/.test(host) ? host.toLowerCase() : unresolved;
}
