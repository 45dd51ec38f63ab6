import { composeName } from '../compose/names.ts';
import type { DevContainerRequest } from './devcontainer-request.ts';

/** In the project where that is the build context, else under its name at the workspace's root, which is what an editor opens. */
export function devContainerPath(request: Pick<DevContainerRequest, 'app' | 'image'>): string {
  return `${devContainerFolder(request)}/devcontainer.json`;
}

export function devContainerFolder({ app, image }: Pick<DevContainerRequest, 'app' | 'image'>): string {
  const { name, root } = app.project;
  if (image.context === 'workspace' && root !== '.') return `.devcontainer/${composeName(name)}`;
  return root === '.' ? '.devcontainer' : `${root}/.devcontainer`;
}
