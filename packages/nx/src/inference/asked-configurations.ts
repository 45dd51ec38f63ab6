import type { FileSystem } from '@dockwarden-internal/facts';
import { type TargetDefaults, targetOptions } from './target-options.ts';

/** A configuration or packs that a target asks for in place of the workspace's own; paths start from the root of the workspace. */
export interface Asked {
  readonly config?: string;
  readonly packs?: readonly string[];
}

/** What a project's target asks for by its options, whoever gives them. */
export function askedConfigurations(
  fs: Pick<FileSystem, 'read'>,
  root: string,
  target: string,
  defaults?: TargetDefaults,
): Asked[] {
  const filled = (path: string) => path.replaceAll('{projectRoot}', root).replaceAll('{workspaceRoot}/', '');
  const asked = targetOptions(fs, root, target, defaults).flatMap(({ config, pack }): Asked[] => {
    const packs = [pack].flat().filter((name) => typeof name === 'string');
    if (typeof config !== 'string' && packs.length === 0) return [];
    return [
      {
        ...(typeof config === 'string' && { config: filled(config) }),
        ...(packs.length > 0 && { packs: packs.map(filled) }),
      },
    ];
  });
  return [...new Map(asked.map((one) => [JSON.stringify(one), one])).values()];
}
