import { textReader } from '../compose/compose-files.ts';
import { composeName, verbatim } from '../compose/names.ts';
import { relativePath } from '../compose/relative-path.ts';
import { renderCompose } from '../compose/render-compose.ts';
import type { PlannedFile } from '../model/planned-file.ts';
import type { DevContainerRequest } from './devcontainer-request.ts';
import { devContainerSettings } from './devcontainer-settings.ts';
import { editDevContainer } from './edit-devcontainer.ts';
import { workspaceMount } from './workspace-mount.ts';

/**
 * A dev container for an app: in the project where that is what an editor opens, else under its name at the workspace's root. Nothing is planned
 * where the app has no stage for development, or where a file that is there cannot be read.
 */
export function planDevContainer(request: DevContainerRequest): PlannedFile[] {
  const { app, service, image, compose } = request;
  const development = service.development;
  if (!development) return [];
  const read = textReader(app, request.existing);
  const folder = devContainerFolder(request);
  const extra = `${folder}/compose.yaml`;
  const path = `${folder}/devcontainer.json`;
  const settings = devContainerSettings(request, folder, extra);
  const there = read(path);
  const text = there === undefined ? `${JSON.stringify(settings, undefined, 2)}\n` : editDevContainer(there, settings);
  if (text === undefined) return [];
  const files: PlannedFile[] = [{ path, text, ...(there !== undefined && { edited: true }) }];
  const mount = workspaceMount(app, development, image.context);
  if (compose && mount && read(extra) === undefined) {
    const source = relativePath(app.project.root, mount.source);
    const volumes = [`${verbatim(source)}:${verbatim(mount.target)}`];
    const head = `What a dev container adds: all sources, to be edited where they run. Paths are from ${app.project.root === '.' ? "the workspace's root" : app.project.root}.`;
    files.push({ path: extra, text: renderCompose({ services: { [compose.service]: { volumes } } }, head, {}) });
  }
  return files;
}

function devContainerFolder({ app, image }: DevContainerRequest): string {
  const { name, root } = app.project;
  if (image.context === 'workspace' && root !== '.') return `.devcontainer/${composeName(name)}`;
  return root === '.' ? '.devcontainer' : `${root}/.devcontainer`;
}
