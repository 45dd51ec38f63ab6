import { relativePath } from '../compose/relative-path.ts';
import type { DevContainerRequest } from './devcontainer-request.ts';
import { type WorkspaceMount, workspaceMount } from './workspace-mount.ts';

export interface DevContainerSettings {
  readonly [key: string]: unknown;
}

/**
 * What a devcontainer.json says, in the folder that it lies in. `extra` is the Compose file beside it.
 * Source: Dev Container specification, "devcontainer.json reference".
 */
export function devContainerSettings(
  request: DevContainerRequest,
  folder: string,
  extra: string,
): DevContainerSettings {
  const { app, service, compose, image } = request;
  const development = service.development!;
  const mount = workspaceMount(app, development, image.context);
  const ports = [service.port, development.debugPort].filter((port) => port !== undefined);
  const how = compose
    ? {
        dockerComposeFile: [...compose.files, ...(mount ? [extra] : [])].map((path) => relativePath(folder, path)),
        service: compose.service,
        // The editor needs a container that stays when the app ends.
        overrideCommand: true,
        shutdownAction: 'stopCompose',
      }
    : {
        build: {
          dockerfile: relativePath(folder, image.dockerfile),
          context: relativePath(folder, image.context === 'project' ? app.project.root : '.'),
          target: development.stage,
        },
        ...(mount ? mountSettings(request, mount) : {}),
      };
  return {
    name: app.project.name,
    ...how,
    workspaceFolder: mount ? projectIn(request, mount) : development.workdir,
    remoteUser: development.user,
    ...(ports.length > 0 && { forwardPorts: ports }),
    ...(development.extensions.length > 0 && { customizations: { vscode: { extensions: development.extensions } } }),
  };
}

/** The mount of the folder that the editor opened, or of what lies in it, and the volumes that keep what the image installed. */
function mountSettings({ app, image, service }: DevContainerRequest, { source, target }: WorkspaceMount) {
  const opened = image.context === 'project' ? app.project.root : '.';
  const way = relativePath(opened, source).replace(/^\.(?=\/|$)/, '');
  return {
    workspaceMount: `source=\${localWorkspaceFolder}${way},target=${target},type=bind`,
    ...(service.development!.kept.length > 0 && {
      mounts: service.development!.kept.map((path) => `type=volume,target=${path}`),
    }),
  };
}

function projectIn({ app }: DevContainerRequest, { source, target }: WorkspaceMount): string {
  const way = relativePath(source, app.project.root);
  return way === '.' ? target : `${target}/${way.slice(2)}`;
}
