import { WHOLE_CONTEXT } from './context-sources.ts';
import { pathAsGlob, within } from './glob-path.ts';
import type { Places } from './places.ts';

/**
 * Globs for what a Dockerfile copies, since facts ask which of it exists. Nx cannot hash mere existence, so an edit of a copied
 * file is a miss, too. A copy of the whole context is left out: it would make every edit of the workspace an input.
 */
export function sourceGlobs(places: Places, sources: readonly string[], contexts: readonly string[]): string[] {
  const named = sources.filter((source) => source !== WHOLE_CONTEXT);
  return [...new Set(named.flatMap((source) => globsOf(places, source, contexts)))];
}

/** The contexts in which a source exists, or all where it exists in none: then its appearance has to count. */
function globsOf({ kindOf, targetOf }: Places, source: string, contexts: readonly string[]): string[] {
  const isGlob = /[*?[]/.test(source);
  const base = isGlob ? fixedFolder(source) : source;
  const named = contexts.flatMap((context) => within(context, base) ?? []);
  const places = [...new Set(named.flatMap((place) => [place, targetOf(place) ?? place]))];
  const kinds = places.map((place) => [place, kindOf(place)] as const);
  const there = kinds.filter(([, kind]) => kind);
  return (there.length > 0 ? there : kinds).flatMap(([place, kind]) => {
    const glob = place === '.' ? '' : pathAsGlob(place);
    if (isGlob) return globsBelow(glob, source.slice(base === '.' ? 0 : base.length + 1));
    if (kind === 'file') return [glob];
    return kind === 'folder' ? [`${glob}/**/*`] : [glob, `${glob}/**/*`];
  });
}

function globsBelow(folder: string, rest: string): string[] {
  // Go's `[^a]` and ranges mean less than `?`, which Nx and Go read alike.
  const glob = [folder, rest.replace(/\[[^\]]*\]/g, '?').replace(/[{}()!+@|]/g, '?')].filter(Boolean).join('/');
  return glob.endsWith('**') ? [`${glob}/*`] : [glob, `${glob}/**/*`];
}

function fixedFolder(glob: string): string {
  const parts = glob.split('/');
  const first = parts.findIndex((part) => /[*?[]/.test(part));
  return parts.slice(0, first).join('/') || '.';
}
