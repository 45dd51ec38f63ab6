import type { App } from '../model/app.ts';
import type { Development } from '../model/service.ts';

/** A folder of the workspace, from its root, and where it lies in the container. */
export interface WorkspaceMount {
  readonly source: string;
  readonly target: string;
}

/**
 * The folder that can be mounted whole, so that all its files are edited in the container: the build context, else the project, whichever the
 * stage lays out as it lies on the disk. Undefined where sources lie otherwise.
 */
export function workspaceMount(
  { project }: App,
  { mounts, workdir }: Development,
  context: 'project' | 'workspace',
): WorkspaceMount | undefined {
  const contextFolder = context === 'project' ? project.root : '.';
  if (mounts.length === 0) return { source: contextFolder, target: workdir };
  for (const source of new Set([contextFolder, project.root])) {
    const targets = mounts.map(({ from, to }) => targetOf(source, below(contextFolder, from), to));
    const [target] = targets;
    if (target !== undefined && targets.every((each) => each === target)) return { source, target };
  }
  return undefined;
}

/** Where `source` lies if `path`, which is in it, lies at `to`. */
function targetOf(source: string, path: string, to: string): string | undefined {
  const rest = source === '.' ? path : path.startsWith(`${source}/`) ? path.slice(source.length + 1) : undefined;
  if (path === source) return to;
  return rest !== undefined && to.endsWith(`/${rest}`) && to.length > rest.length + 1
    ? to.slice(0, -rest.length - 1)
    : undefined;
}

function below(folder: string, path: string): string {
  const plain = path.replace(/^\.\//, '').replace(/\/+$/, '');
  if (plain === '' || plain === '.') return folder;
  return folder === '.' ? plain : `${folder}/${plain}`;
}
