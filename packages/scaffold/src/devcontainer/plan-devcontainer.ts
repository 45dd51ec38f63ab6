import { textReader } from '../compose/compose-files.ts';
import { composeName } from '../compose/names.ts';
import type { PlannedFile } from '../model/planned-file.ts';
import type { DevContainerRequest } from './devcontainer-request.ts';
import { devContainerSettings } from './devcontainer-settings.ts';
import { editDevContainer } from './edit-devcontainer.ts';

/**
 * A dev container for an app: in the project where that is the build context, else under its name at the workspace's root, which is what an
 * editor opens. Nothing is planned where the app has no stage for development, or where a file that is there cannot be read.
 */
export function planDevContainer(request: DevContainerRequest): PlannedFile[] {
  if (!request.service.development) return [];
  const folder = devContainerFolder(request);
  const path = `${folder}/devcontainer.json`;
  const settings = devContainerSettings(request, folder);
  const there = textReader(request.app, request.existing)(path);
  if (there === undefined) return [{ path, text: `${JSON.stringify(settings, undefined, 2)}\n` }];
  const text = editDevContainer(there, settings);
  return text === undefined ? [] : [{ path, text, edited: true }];
}

function devContainerFolder({ app, image }: DevContainerRequest): string {
  const { name, root } = app.project;
  if (image.context === 'workspace' && root !== '.') return `.devcontainer/${composeName(name)}`;
  return root === '.' ? '.devcontainer' : `${root}/.devcontainer`;
}
