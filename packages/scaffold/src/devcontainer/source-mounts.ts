import type { App } from '../model/app.ts';
import type { Development } from '../model/service.ts';

/** A folder of the workspace, from its root, and where it lies in the container. */
export interface SourceMount {
  readonly source: string;
  readonly target: string;
}

/** What is mounted for development, from the root, and the folder of the container that an editor opens. */
export interface SourceMounts {
  readonly mounts: readonly SourceMount[];
  /** The project's folder, or where its sources lie. */
  readonly opened: string;
}

/**
 * The same folders are mounted as Compose files mount, and no more: a wider mount would hide what the image installed beside them.
 */
export function sourceMounts(
  { project }: App,
  development: Development,
  context: 'project' | 'workspace',
): SourceMounts {
  const folder = context === 'project' ? project.root : '.';
  const mounts = development.mounts.map(({ from, to }) => ({ source: below(folder, from), target: to }));
  return { mounts, opened: mounts.find(({ source }) => source === project.root)?.target ?? development.workdir };
}

function below(folder: string, path: string): string {
  const plain = path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
  if (plain === '' || plain === '.') return folder;
  return folder === '.' ? plain : `${folder}/${plain}`;
}
