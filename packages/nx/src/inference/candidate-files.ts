import { posix } from 'node:path';

/** The files that make a project lintable, as the glob that Nx hands to `createNodes`. */
export const CANDIDATE_GLOB =
  '**/{Dockerfile,Dockerfile.*,*.Dockerfile,*.dockerfile,Containerfile*,*compose*.yml,*compose*.yaml}';

export type CandidateKind = 'dockerfile' | 'compose';

/** What a file's name says it is; a Compose file still has to show it by its content. */
export function candidateKind(path: string): CandidateKind | undefined {
  const name = posix.basename(path);
  // `Dockerfile.dockerignore` is the ignore file of `Dockerfile`.
  if (name.endsWith('.dockerignore') || name.endsWith('.containerignore')) return undefined;
  if (/^(?:Dockerfile(?:\..+)?|.+\.[Dd]ockerfile|Containerfile.*)$/.test(name)) return 'dockerfile';
  if (/compose.*\.ya?ml$/.test(name)) return 'compose';
  return undefined;
}
