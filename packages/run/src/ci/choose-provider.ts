import { isDiagnostic, type Repository } from '@dockwarden-internal/build';
import type { FileSystem } from '@dockwarden-internal/facts';
import type { Provider } from '@dockwarden-internal/scaffold';
import { GITLAB_MAIN } from '@dockwarden-internal/scaffold/ci/gitlab/include';
import type { Diagnostic } from '@dockwarden-internal/syntax';

/** The forge that a workspace is at: by the files that it has for one, else by where it was cloned from. */
export function chooseProvider(fs: Pick<FileSystem, 'kind'>, repository: Repository | Diagnostic): Provider {
  if (fs.kind(GITLAB_MAIN) === 'file') return 'gitlab';
  if (fs.kind('.github') === 'directory') return 'github';
  const source = isDiagnostic(repository) ? undefined : repository.source;
  return source !== undefined && /^\w+:\/\/[^/]*gitlab/i.test(source) ? 'gitlab' : 'github';
}
