import type { ProjectModel } from '@dockwarden-internal/facts';
import { memoryFileSystem } from '@dockwarden-internal/facts/testing/memory-file-system';
import type { App } from '../model/app.ts';
import type { SetupOptions } from '../model/setup-options.ts';

/** A project of a workspace that lies in memory, for tests; claims of versions as `python >=3.12 pyproject.toml`. */
export function appOf(
  files: Readonly<Record<string, string>>,
  { claims = [], ...project }: Partial<ProjectModel> & { readonly claims?: readonly string[] } = {},
): App {
  const engines = claims.map((claim) => {
    const [runtime = '', range = '', file = ''] = claim.split(' ');
    return { runtime, range, file, span: { start: 0, end: 0 } };
  });
  const model: ProjectModel = {
    name: 'api',
    root: '.',
    tags: [],
    manifests: [],
    lockfiles: [],
    dependencies: [],
    closure: [],
    engines,
    ...project,
  };
  return {
    fs: memoryFileSystem(files),
    workspace: { root: '/workspace', tool: 'folder', projects: [model] },
    project: model,
  };
}

/** What is asked for where a test asks for nothing else. */
export const PLAIN_OPTIONS: SetupOptions = { pattern: 'multi', build: 'inside', privateRegistry: false };
