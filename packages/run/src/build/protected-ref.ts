import { type Image, isDiagnostic, isPullRequest, type Repository } from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { minimatch } from 'minimatch';
import type { Surroundings } from './build-options.ts';

/** True where this run may write what others believe: it is on a branch or tag that the configuration protects, and of no pull request. */
export function isProtectedRun(
  { request }: Image,
  repository: Repository | Diagnostic,
  { env }: Pick<Surroundings, 'env'>,
): boolean {
  if (isDiagnostic(repository) || isPullRequest(env)) return false;
  const refs = [repository.branch, ...repository.tags].filter((ref) => ref !== undefined);
  return request.reuse.protected.some((glob) => refs.some((ref) => minimatch(ref, glob, { dot: true })));
}
