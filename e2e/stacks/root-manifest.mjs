/** Versions of the task runners that the cases use. */
const TURBO = '2.10.6';
const NX = '22.7.7';

/** package.json at the root of a workspace of several packages. */
export function rootManifest(layout, manager) {
  const manifest = {
    name: 'acme',
    version: '0.0.0',
    private: true,
    ...(layout !== 'nx' && manager !== 'pnpm' && { workspaces: ['apps/*', 'packages/*'] }),
    ...(PARTS[layout] ?? {}),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** Files by which pnpm knows its workspace. */
export function workspaceSettings(layout, manager) {
  if (manager !== 'pnpm' || layout === 'alone' || layout === 'nx') return {};
  return { 'pnpm-workspace.yaml': 'packages:\n  - apps/*\n  - packages/*\n' };
}

const PARTS = {
  turborepo: { scripts: { build: 'turbo run build' }, devDependencies: { turbo: TURBO } },
  // An integrated workspace has one list of dependencies for all of its apps.
  nx: {
    dependencies: { express: '5.2.1', nanoid: '3.3.11', tslib: '2.8.1' },
    devDependencies: {
      '@nx/esbuild': NX,
      '@nx/js': NX,
      '@types/express': '5.0.6',
      '@types/node': '22.20.1',
      esbuild: '0.25.9',
      nx: NX,
      typescript: '5.9.3',
    },
  },
};
