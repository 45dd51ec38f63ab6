import type { Block } from '../../../dockerfile/dockerfile-text.ts';
import { execForm } from '../../../dockerfile/exec-form.ts';
import type { Development } from '../../../model/service.ts';
import { inFolder } from '../manager/manager.ts';
import type { NodeProject } from '../project/layout.ts';
import { appFolder, libraryBuilds, sourceLines, steps } from './build.ts';
import { builtEntries } from './copies.ts';
import { installsAnything } from './dependencies.ts';
import type { NodeImage } from './node-image.ts';
import { fetchProbe } from './probe.ts';

export const DEBUG_PORT = 9229;

/** How an app is worked on, beside its files. */
export interface LiveReload {
  readonly command: readonly string[];
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Folders that the tools write, from the app's folder. */
  readonly written: readonly string[];
  readonly debug: boolean;
  /** Folder in the image that the command runs in; the app's unless said. */
  readonly folder?: string;
}

/** Development dependencies, sources, a command that reloads. Compose mounts the sources over those that are copied here. */
export function developmentStage(image: NodeImage, live: LiveReload): Block {
  const folder = live.folder ?? appFolder(image.project);
  const written = live.written.map((name) => inFolder(folder, name));
  const ports = live.debug ? `${live.port} ${DEBUG_PORT}` : `${live.port}`;
  return [
    '# development starts anew when a source changes: Compose mounts the sources over those that are copied here.',
    'FROM dependencies AS development',
    'ENV NODE_ENV=development',
    ...sourceLines(image.project),
    ...steps(libraryBuilds(image)),
    ...(folder === '/app' ? [] : [`WORKDIR ${folder}`]),
    ...(written.length > 0
      ? ['# Who develops is not root, and some tools write beside the sources.', writable(written, folder)]
      : []),
    'USER 1000:1000',
    `EXPOSE ${ports}`,
    `CMD ${execForm(live.command)}`,
  ];
}

function writable(written: readonly string[], folder: string): string {
  return `RUN mkdir -p ${written.join(' ')} && \\\n    chown 1000:1000 ${[folder, ...written].join(' ')}`;
}

/** The same for whoever starts it; `path` is its health route. */
export function developmentOf(image: NodeImage, live: LiveReload, path: string | undefined): Development {
  const { project } = image;
  const { layout } = project;
  const folder = live.folder ?? appFolder(project);
  const folders = layout.folder === '.' ? ['.'] : [layout.folder, ...layout.needed];
  const modules = folders.map((one) => `${one === '.' ? '/app' : `/app/${one}`}/node_modules`);
  const built = layout.libraries.flatMap((library) =>
    builtEntries(library).map((name) => `/app/${library.root}/${name}`),
  );
  const mounts = folders.map((from) => ({ from, to: from === '.' ? '/app' : `/app/${from}` }));
  const kept = [
    ...(keepsModules(project) ? modules : []),
    ...built,
    ...live.written.map((name) => inFolder(folder, name)),
  ];
  return {
    stage: 'development',
    mounts,
    kept: kept.filter((path) => mounts.some(({ to }) => path.startsWith(`${to}/`))),
    command: live.command,
    probe: fetchProbe(isBun(image) ? 'bun' : 'node', live.port, path ?? '/', path === undefined),
    port: live.port,
    environment: { NODE_ENV: 'development', ...live.environment },
    ...(live.debug && { debugPort: DEBUG_PORT }),
    workdir: folder,
    user: isBun(image) ? 'bun' : 'node',
    extensions: ['dbaeumer.vscode-eslint', 'esbenp.prettier-vscode'],
  };
}

function isBun({ project }: NodeImage): boolean {
  return project.manager.name === 'bun';
}

/** A mount of the sources would hide what was installed beside them; in an integrated workspace that is at the root, which is not mounted. */
function keepsModules(project: NodeProject): boolean {
  const { folder, kind } = project.layout;
  return installsAnything(project) && (kind !== 'integrated' || folder === '.');
}
