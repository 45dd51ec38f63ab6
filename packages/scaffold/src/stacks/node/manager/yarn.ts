import type { NodeProject } from '../project/layout.ts';
import type { ManagerCommands } from './commands.ts';
import { globalInstall } from './global-install.ts';
import { present } from './present.ts';

export function yarnCommands(project: NodeProject): ManagerCommands {
  return project.manager.berry ? berry(project) : classic(project);
}

/** Sources: Yarn 1 documentation, install, workspaces. */
function classic(project: NodeProject): ManagerCommands {
  const { layout, manager } = project;
  const workspace = layout.kind === 'workspace';
  return {
    setup: globalInstall('YARN_VERSION', manager.version ?? '1.22.22', 'yarn', true),
    files: present(project, ['yarn.lock']),
    folders: present(project, ['patches']),
    cache: '/usr/local/share/.cache/yarn',
    // Two installs with one cache get in each other's way. Source: Yarn 1 documentation, install, --mutex.
    exclusive: true,
    secret: { id: 'npmrc', target: '/root/.npmrc' },
    install: 'yarn install --frozen-lockfile',
    production: { command: 'yarn install --frozen-lockfile --production' },
    prune: 'yarn install --frozen-lockfile --production',
    script: (name, _, packageName) =>
      workspace && packageName ? `yarn workspace ${packageName} run ${name}` : `yarn run ${name}`,
    wholeWorkspace: false,
  };
}

/**
 * Yarn 4 installs into node_modules, which a plain node reads, whatever linker the project uses; the cache lies where a mount finds it.
 * Sources: Yarn documentation, configuration, workspaces focus.
 */
function berry(project: NodeProject): ManagerCommands {
  const { layout, manager } = project;
  const workspace = layout.kind === 'workspace';
  const name = project.manifest.name;
  const focus = `yarn workspaces focus${workspace && name ? ` ${name}` : ''} --production`;
  const environment = [
    'ENV YARN_NODE_LINKER=node-modules',
    'YARN_ENABLE_GLOBAL_CACHE=true',
    'YARN_ENABLE_TELEMETRY=false',
  ].join(' \\\n    ');
  return {
    setup: [environment, ...globalInstall('YARN_VERSION', manager.version ?? '4', '@yarnpkg/cli-dist', true)],
    files: present(project, ['yarn.lock', '.yarnrc.yml']),
    folders: present(project, ['.yarn/patches', '.yarn/plugins', '.yarn/releases']),
    cache: '/root/.yarn/berry/cache',
    secret: { id: 'yarnrc', target: '/root/.yarnrc.yml' },
    install: 'yarn install --immutable',
    production: { command: focus },
    prune: focus,
    script: (script, _, packageName) =>
      workspace && packageName ? `yarn workspace ${packageName} run ${script}` : `yarn run ${script}`,
    wholeWorkspace: true,
  };
}
