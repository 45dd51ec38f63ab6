import type { NodeProject } from '../project/layout.ts';
import type { ManagerCommands } from './commands.ts';
import { present } from './present.ts';

/** Bun is its own base image. A frozen install asks for every manifest of the workspace. Source: Bun documentation, "bun install". */
export function bunCommands(project: NodeProject): ManagerCommands {
  const { layout } = project;
  const workspace = layout.kind === 'workspace';
  return {
    setup: [],
    files: present(project, ['bun.lock', 'bun.lockb', 'bunfig.toml']),
    folders: present(project, ['patches']),
    cache: '/root/.bun/install/cache',
    secret: { id: 'npmrc', target: '/root/.npmrc' },
    install: 'bun install --frozen-lockfile',
    production: {
      command: `bun install --frozen-lockfile --production${workspace ? ` --filter ./${layout.folder}` : ''}`,
    },
    prune: 'bun install --frozen-lockfile --production',
    script: (name, folder) => `bun run${workspace ? ` --cwd=${folder}` : ''} ${name}`,
    wholeWorkspace: true,
  };
}
