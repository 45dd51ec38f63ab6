import { CONTAINER_PLUGIN } from './container-targets.ts';
import type { NxSource } from './migrate-nx.ts';
import type { NxWorkspace } from './open-nx.ts';

const ADD: ReadonlyMap<string, readonly [add: string, remove: string]> = new Map(
  Object.entries({
    npm: ['npm install --save-dev', 'npm uninstall'],
    pnpm: ['pnpm add --save-dev --workspace-root', 'pnpm remove --workspace-root'],
    yarn: ['yarn add --dev', 'yarn remove'],
    bun: ['bun add --dev', 'bun remove'],
  }),
);

/** What is to be done after the files are written: packages, and a look at the targets. */
export function nextSteps({ model, packages }: NxWorkspace, from: NxSource, keepsPlugin: boolean): readonly string[] {
  const [add, remove] = ADD.get(model.manager ?? 'npm') ?? ADD.get('npm')!;
  const gone = [from, ...(from === CONTAINER_PLUGIN ? ['@nx-tools/container-metadata'] : [])].filter(
    (each) => !keepsPlugin && packages.has(each),
  );
  return [
    ...(packages.has('@dockwarden/nx') ? [] : [`${add} @dockwarden/nx`]),
    ...(gone.length > 0 ? [`${remove} ${gone.join(' ')}`] : []),
    'npx nx run-many -t docker-build --dryRun',
  ];
}
