import { type Image, isDiagnostic, type Repository } from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { minimatch } from 'minimatch';

/** True where this run may write what others believe: it is on a branch or tag that the configuration protects. */
export function isProtectedRun({ request }: Image, repository: Repository | Diagnostic): boolean {
  if (isDiagnostic(repository)) return false;
  const refs = [repository.branch, ...repository.tags].filter((ref) => ref !== undefined);
  return request.reuse.protected.some((glob) => refs.some((ref) => minimatch(ref, glob, { dot: true })));
}
