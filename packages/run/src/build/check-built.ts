import type { Image } from '@dockwarden-internal/build';
import { type Finding, lintBuilt } from '@dockwarden-internal/engine';
import { type BuiltData, buildWorld, projectAt } from '@dockwarden-internal/facts';
import type { Target } from '@dockwarden-internal/policy';
import { byteText } from '@dockwarden-internal/report';
import { openOutside } from '../files/open-outside.ts';
import { readOutside } from '../files/read-outside.ts';
import { type ResolvedPolicies, resolvePolicies } from '../policies/resolve-policies.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildScene } from './open-build.ts';

/** Holds images as they were built or found to the policies on built images. A build and a hit are checked alike, before anything is tagged. */
export function checkBuilt(
  { workspace, config, waivers }: Pick<BuildScene, 'workspace' | 'config' | 'waivers'>,
  policies: ResolvedPolicies,
  builds: readonly BuiltData[],
  today: string,
): readonly Finding[] {
  const world = buildWorld({
    fs: workspace.fs,
    workspace: workspace.model,
    settings: config,
    files: [],
    builds,
  });
  const targetOf = (path: string): Target => {
    const project = projectAt(world, path);
    return { path, ...(project && { project: { name: project.model.name, tags: project.model.tags } }) };
  };
  return lintBuilt({
    world,
    checksFor: (path) => policies.checksFor(targetOf(path)),
    today,
    locked: policies.locked,
    ...(waivers && { waivers }),
  });
}

/** The policies of the workspace, which built images are held to as well. */
export function builtPolicies(
  { workspace, configured }: BuildScene,
  { cwd }: Pick<BuildOptions, 'cwd'>,
): Promise<ResolvedPolicies> {
  return resolvePolicies({
    fs: workspace.fs,
    readOutside,
    openOutside,
    cwd,
    config: configured.config,
    ...(configured.path !== undefined && { configPath: configured.path }),
    ...(configured.placeOf && { placeOf: configured.placeOf }),
  });
}

/** Why an image is too large, where it has a budget. */
export function overBudget({ request }: Image, { size }: Pick<BuiltData, 'size'>): string | undefined {
  const { budget } = request;
  if (budget === undefined || size <= budget) return undefined;
  return `it has ${byteText(size)}, ${byteText(size - budget)} more than its budget of ${byteText(budget)}`;
}
