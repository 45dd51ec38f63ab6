import type { Block } from '../../../dockerfile/dockerfile-text.ts';
import { globalInstall } from '../manager/global-install.ts';
import type { NodeImage } from './node-image.ts';

/** Stage that holds the workspace cut down to the app and what it needs: `out/json` has the manifests, `out/full` the sources. */
export const PRUNED = '/app/out';

/**
 * `turbo prune` of the whole workspace. A change anywhere runs it again, but what follows is copied from its output, and stays cached where that is
 * the same. Source: Turborepo documentation, "Docker".
 */
export function pruneStage({ project }: NodeImage, from: string): Block | undefined {
  const { layout, manifest } = project;
  if (layout.turbo === undefined) return undefined;
  return [
    '# prune cuts the workspace down to the app and what it needs, manifests (out/json) and sources (out/full) apart.',
    `FROM ${from} AS prune`,
    'WORKDIR /app',
    'ENV TURBO_TELEMETRY_DISABLED=1',
    ...globalInstall('TURBO_VERSION', layout.turbo, 'turbo'),
    'COPY . .',
    `RUN turbo prune ${manifest.name} --docker`,
  ];
}
