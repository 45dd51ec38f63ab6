import { candidateKind, type Workspace } from '@dockwarden-internal/workspace';

/** How each package manager installs, and runs a program that it has installed. */
const MANAGERS = {
  npm: { install: 'npm install', exec: 'npx', run: 'npm run' },
  pnpm: { install: 'pnpm install', exec: 'pnpm exec', run: 'pnpm run' },
  yarn: { install: 'yarn install', exec: 'yarn', run: 'yarn' },
  bun: { install: 'bun install', exec: 'bunx', run: 'bun run' },
};

/** The commands to go on with: install, make what has no image ready for one, lint and build. */
export function nextSteps({ fs, model, listing }: Workspace, isInstalled: boolean): string[] {
  if (fs.kind('package.json') !== 'file') return ['npx dockwarden lint', 'npx dockwarden setup --all'];
  const { install, exec, run } = MANAGERS[(model.manager as keyof typeof MANAGERS | undefined) ?? 'npm'];
  const hasDockerfile = listing.files.some((path) => candidateKind(path) === 'dockerfile');
  const isTurborepo = model.tool === 'turborepo';
  return [
    ...(isInstalled ? [] : [install]),
    ...(hasDockerfile ? [] : [`${exec} dockwarden setup --all`, ...(isTurborepo ? [`${exec} dockwarden sync`] : [])]),
    ...(isTurborepo ? [`${exec} turbo run docker-lint docker-build`] : [`${run} docker-lint`, `${run} docker-build`]),
  ];
}
