import { textReader } from '../compose/compose-files.ts';
import type { PlannedFile } from '../model/planned-file.ts';
import { devContainerFolder, devContainerPath } from './devcontainer-path.ts';
import type { DevContainerRequest } from './devcontainer-request.ts';
import { devContainerSettings } from './devcontainer-settings.ts';
import { editDevContainer } from './edit-devcontainer.ts';

/**
 * A dev container for an app. Nothing is planned where the app has no stage for development, or where a file that is there cannot be read.
 */
export function planDevContainer(request: DevContainerRequest): PlannedFile[] {
  if (!request.service.development) return [];
  const path = devContainerPath(request);
  const settings = devContainerSettings(request, devContainerFolder(request));
  const there = textReader(request.app, request.existing)(path);
  if (there === undefined) return [{ path, text: `${JSON.stringify(settings, undefined, 2)}\n` }];
  const text = editDevContainer(there, settings);
  return text === undefined ? [] : [{ path, text, edited: true }];
}
