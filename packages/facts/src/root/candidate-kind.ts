import { baseName } from '../kernel/path.ts';
export type CandidateKind = 'dockerfile' | 'compose';

/** What a file's name says that it is; a Compose file still has to show it by its content. */
export function candidateKind(path: string): CandidateKind | undefined {
  const name = baseName(path);
  // `Dockerfile.dockerignore` is the ignore file of `Dockerfile`.
  if (/\.(?:docker|container)ignore$/.test(name)) return undefined;
  if (name === 'Dockerfile' || /^Dockerfile\.|.\.[Dd]ockerfile$|^Containerfile/.test(name)) return 'dockerfile';
  return /compose.*\.ya?ml$/.test(name) ? 'compose' : undefined;
}

/** The files among these that their names show as candidates, with what they are. */
export function candidates(paths: readonly string[]): { readonly path: string; readonly kind: CandidateKind }[] {
  return paths.flatMap((path) => {
    const kind = candidateKind(path);
    return kind ? [{ path, kind }] : [];
  });
}

/** What a file named on the command line is taken for, whatever it is called. */
export function namedKind(path: string): CandidateKind {
  return candidateKind(path) ?? (/\.ya?ml$/.test(path) ? 'compose' : 'dockerfile');
}

/** Names that can mean nothing else, so that a folder called so is a mistake worth saying. */
export function isPlainName(path: string): boolean {
  const name = baseName(path);
  return /^(?:Dockerfile|Containerfile|(?:docker-)?compose\.ya?ml)$/.test(name);
}
