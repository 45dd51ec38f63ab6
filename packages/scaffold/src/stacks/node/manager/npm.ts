import type { NodeProject } from '../project/layout.ts';
import type { ManagerCommands } from './commands.ts';
import { present } from './present.ts';

/** npm comes with Node. Source: npm documentation, npm ci, "workspace". */
export function npmCommands(project: NodeProject): ManagerCommands {
  const { layout, rootManifest } = project;
  const workspace = layout.kind === 'workspace';
  const packages = [layout.folder, ...layout.libraries.map(({ root }) => root)].map((root) => ` --workspace=${root}`);
  const all = workspace ? `${packages.join('')} --include-workspace-root` : '';
  const rootNeeds = Object.keys(rootManifest.dependencies).length > 0 ? ' --include-workspace-root' : '';
  const own = workspace ? `${packages[0]}${rootNeeds}` : '';
  return {
    setup: [],
    files: present(project, ['package-lock.json', 'npm-shrinkwrap.json']),
    folders: present(project, ['patches']),
    cache: '/root/.npm',
    secret: { id: 'npmrc', target: '/root/.npmrc' },
    install: `npm ci${all}`,
    production: { command: `npm ci${own} --omit=dev` },
    prune: `npm prune${own} --omit=dev`,
    script: (name, folder) => `npm run ${name}${workspace ? ` --workspace=${folder}` : ''}`,
    wholeWorkspace: false,
  };
}
