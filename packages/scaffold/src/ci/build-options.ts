import type { Cache, CiRequest } from './ci-request.ts';
import { shellWord } from './shell-word.ts';

/** The flags of a build or a push in CI. Only what runs on the branch itself writes a cache in a registry: others import it. */
export function buildFlags(request: CiRequest, verb: 'build' | 'push', cache: Cache): string[] {
  return [...cacheFlags(request, verb, cache), ...(verb === 'push' && request.sbom ? ['--sbom'] : [])];
}

/**
 * Each image has a scope of its own, since the last of those that share one overwrites it. GitHub keeps the scopes of branches apart itself: a pull
 * request reads those of its target and writes its own. Source: docker build, "Cache storage backends"; GitHub, "Restrictions for accessing a cache".
 */
function cacheFlags({ repository }: CiRequest, verb: 'build' | 'push', cache: Cache): string[] {
  if (cache === 'gha') return [`'--cache-from=type=gha,scope={image}'`, `'--cache-to=type=gha,scope={image},mode=max'`];
  if (cache !== 'registry' || repository === undefined) return [];
  const ref = `type=registry,ref=${repository}:cache-{image}`;
  const from = shellWord(`--cache-from=${ref}`);
  return verb === 'push' ? [from, shellWord(`--cache-to=${ref},mode=max`)] : [from];
}
