import type { ProjectModel, WorkspaceModel } from '@dockwarden-internal/facts';
import { memoryFileSystem } from '@dockwarden-internal/facts/testing/memory-file-system';
import type { App } from '../../../model/app.ts';
import type { SetupOptions } from '../../../model/setup-options.ts';

export type SampleProject = Pick<ProjectModel, 'name' | 'root'> & Partial<ProjectModel>;

/** An app in files of memory: objects are written as JSON. The first project is the app. */
export function sampleApp(
  files: Readonly<Record<string, string | object>>,
  projects: readonly SampleProject[] = [{ name: 'api', root: '.' }],
  tool: WorkspaceModel['tool'] = projects.length > 1 ? 'workspaces' : 'folder',
): App {
  const texts = Object.entries(files).map(([path, file]) => [
    path,
    typeof file === 'string' ? file : `${JSON.stringify(file, null, 2)}\n`,
  ]);
  const models = projects.map((project) => ({
    tags: [],
    manifests: [],
    lockfiles: [],
    dependencies: [],
    closure: [],
    ...project,
  }));
  const workspace: WorkspaceModel = { root: '/w', tool, projects: models };
  return { fs: memoryFileSystem(Object.fromEntries(texts)), workspace, project: models[0]! };
}

export const OPTIONS: SetupOptions = { pattern: 'multi', build: 'inside', privateRegistry: false };
