import { relativePath } from '../compose/relative-path.ts';
import type { DevContainerRequest } from './devcontainer-request.ts';
import { sourceMounts } from './source-mounts.ts';

export interface DevContainerSettings {
  readonly [key: string]: unknown;
}

/** What a devcontainer.json says, in the folder that it lies in. Source: Dev Container specification, "devcontainer.json reference". */
export function devContainerSettings(request: DevContainerRequest, folder: string): DevContainerSettings {
  const { app, service } = request;
  const development = service.development!;
  const ports = [service.port, development.debugPort].filter((port) => port !== undefined);
  const { extensions } = development;
  return {
    name: app.project.name,
    ...(request.compose ? composed(request.compose, folder) : built(request, folder)),
    workspaceFolder: sourceMounts(app, development, request.image.context).opened,
    remoteUser: development.user,
    ...(ports.length > 0 && { forwardPorts: ports }),
    ...(extensions.length > 0 && { customizations: { vscode: { extensions } } }),
  };
}

function composed({ files, service }: NonNullable<DevContainerRequest['compose']>, folder: string) {
  return {
    dockerComposeFile: files.map((path) => relativePath(folder, path)),
    service,
    // The editor needs a container that stays when the app ends.
    overrideCommand: true,
    shutdownAction: 'stopCompose',
  };
}

/** The first mount is that of the editor, which otherwise mounts the whole folder somewhere else; the others and the volumes stand beside it. */
function built({ app, image, service }: DevContainerRequest, folder: string) {
  const development = service.development!;
  const opened = image.context === 'project' ? app.project.root : '.';
  const [first, ...more] = sourceMounts(app, development, image.context).mounts.map(({ source, target }) => {
    const way = relativePath(opened, source).replace(/^\.(?=\/|$)/, '');
    return `source=\${localWorkspaceFolder}${way},target=${target},type=bind`;
  });
  const mounts = [...more, ...development.kept.map((path) => `type=volume,target=${path}`)];
  return {
    build: {
      dockerfile: relativePath(folder, image.dockerfile),
      context: relativePath(folder, opened),
      target: development.stage,
    },
    ...(first !== undefined && { workspaceMount: first }),
    ...(mounts.length > 0 && { mounts }),
  };
}
