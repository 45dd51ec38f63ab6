import type { NodeProject } from '../project/layout.ts';
import type { ManagerCommands } from './commands.ts';
import { globalInstall } from './global-install.ts';
import { present, readBeside } from './present.ts';

/** Where `pnpm deploy` puts the app. */
const DEPLOYED = '/deployed';

/** Sources: pnpm documentation, "Working with Docker", fetch, deploy. */
export function pnpmCommands(project: NodeProject, deploys: boolean): ManagerCommands {
  const { layout, manager } = project;
  const workspace = layout.kind === 'workspace';
  const version = manager.version ?? '10';
  const filter = workspace ? ` --filter "{./${layout.folder}}..."` : '';
  const deployed = workspace && deploys;
  // What is fetched is for everything: an install for production alone would have to take it away again. What is pruned has its manifests at once.
  const fetches = deployed && layout.turbo === undefined;
  const legacy = Number.parseInt(version, 10) >= 10 && !injects(project) ? ' --legacy' : '';
  return {
    setup: globalInstall('PNPM_VERSION', version, 'pnpm'),
    files: present(project, ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.pnpmfile.cjs']),
    folders: present(project, ['patches']),
    cache: '/root/.local/share/pnpm/store',
    secret: { id: 'npmrc', target: '/root/.npmrc' },
    fetch: fetches ? 'pnpm fetch' : undefined,
    install: `pnpm install --frozen-lockfile${fetches ? ' --prefer-offline' : ''}${layout.turbo ? '' : filter}`,
    production: deployed
      ? { command: `pnpm --filter "./${layout.folder}" deploy --prod${legacy} ${DEPLOYED}`, deploy: DEPLOYED }
      : { command: `pnpm install --frozen-lockfile --prod${filter}` },
    // A prune of pnpm takes a whole workspace; an install makes of what is there what is asked for.
    prune: `CI=true pnpm install --frozen-lockfile --prod${filter}`,
    script: (name, folder) => (workspace ? `pnpm --filter "./${folder}" run ${name}` : `pnpm run ${name}`),
    wholeWorkspace: false,
  };
}

/** Since pnpm 10 a deploy takes packages that are injected, or asks for the way it was. Source: pnpm documentation, deploy. */
function injects(project: NodeProject): boolean {
  return (
    /^injectWorkspacePackages:\s*true\b/m.test(readBeside(project, 'pnpm-workspace.yaml')) ||
    /^inject-workspace-packages\s*=\s*true\b/m.test(readBeside(project, '.npmrc'))
  );
}
