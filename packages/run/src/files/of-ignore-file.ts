import { type CandidateKind, isWithin } from '@dockwarden-internal/facts';

export const IGNORE_FILE = /^(?:(.*)\/)?([^/]*)\.(?:docker|container)ignore$/;

interface File {
  readonly path: string;
  readonly kind: CandidateKind;
}

/**
 * The Dockerfiles that an ignore file may speak for: its own for `Dockerfile.dockerignore`, else those in the folder and below.
 * Undefined for any other file. Source: Docker reference, ".dockerignore files".
 */
export function ofIgnoreFile(path: string, files: readonly File[]): readonly string[] | undefined {
  const [, folder, own] = IGNORE_FILE.exec(path) ?? [];
  if (own === undefined) return undefined;
  const dockerfiles = files.filter(({ kind }) => kind === 'dockerfile').map((file) => file.path);
  if (own === '') return dockerfiles.filter((each) => isWithin(each, folder ?? '.'));
  const named = folder === undefined ? own : `${folder}/${own}`;
  return dockerfiles.filter((each) => each === named);
}
