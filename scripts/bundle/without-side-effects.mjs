import { join } from 'node:path';

/** Our modules only declare, so that of a package's face only what is used is bundled. */
export function withoutSideEffects(root) {
  return {
    name: 'without-side-effects',
    setup(context) {
      context.onResolve({ filter: /^@dockwarden-internal\/|^\.{1,2}\// }, async ({ path, pluginData, ...from }) => {
        if (pluginData === 'resolved' || !from.importer.startsWith(join(root, 'packages'))) return undefined;
        const { kind, importer, resolveDir } = from;
        const result = await context.resolve(path, { kind, importer, resolveDir, pluginData: 'resolved' });
        return result.errors.length > 0 ? result : { path: result.path, sideEffects: false };
      });
    },
  };
}
