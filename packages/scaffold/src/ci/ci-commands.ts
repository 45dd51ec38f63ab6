import type { CiRequest } from './ci-plan.ts';

/** How a workspace is installed and its tasks run. */
export interface CiCommands {
  readonly install: string;
  readonly lintAffected: string;
  readonly buildAffected: string;
  readonly push: string;
  readonly buildAll: string;
  readonly renew: string;
}

interface Manager {
  readonly install: string;
  /** Runs a program of the workspace. */
  readonly exec: string;
}

const managers: Readonly<Record<string, Manager>> = {
  npm: { install: 'npm ci', exec: 'npx --no-install' },
  pnpm: { install: 'pnpm install --frozen-lockfile', exec: 'pnpm exec' },
  yarn: { install: 'yarn install --immutable', exec: 'yarn exec' },
  bun: { install: 'bun install --frozen-lockfile', exec: 'bunx --no-install' },
};

/** Images that exist are not built again, so that what lands is pushed for every project: a run that failed leaves no gap. */
export function ciCommands({ tool, manager = 'npm' }: CiRequest['workspace']): CiCommands {
  const { install, exec } = managers[manager] ?? managers['npm']!;
  const own = `${exec} dockwarden`;
  const renew = `${own} pin --refresh`;
  if (tool === 'nx') {
    const nx = `${exec} nx`;
    return {
      install,
      lintAffected: `${nx} affected -t docker-lint`,
      buildAffected: `${nx} affected -t docker-build`,
      push: `${nx} run-many -t docker-push`,
      buildAll: `${nx} run-many -t docker-build`,
      renew,
    };
  }
  return {
    install,
    lintAffected: `${own} lint --affected --format pretty --format github`,
    buildAffected: `${own} build --affected`,
    push: `${own} push`,
    buildAll: `${own} build`,
    renew,
  };
}
