import { type Image, isDiagnostic, type Repository, type Stamp, type TemplateValues } from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';

/** What the placeholders of an image's tags stand for. */
export function tagValues(
  { name, project }: Image,
  repository: Repository | Diagnostic,
  version: string | undefined,
  { revision, epoch, dirty }: Stamp,
): TemplateValues {
  const git = isDiagnostic(repository) ? undefined : repository;
  const sha = revision ?? git?.head;
  return {
    image: name,
    project: project ?? name,
    ...(version !== undefined && { version }),
    ...(sha !== undefined && { sha: dirty ? `${sha}-dirty` : sha }),
    ...(git?.branch !== undefined && { branch: git.branch }),
    ...(git?.tags[0] !== undefined && { tag: git.tags[0] }),
    date: new Date(epoch * 1000).toISOString(),
  };
}
