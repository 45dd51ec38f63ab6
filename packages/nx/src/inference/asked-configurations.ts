import { posix } from 'node:path';
import type { FileSystem } from '@dockwarden-internal/facts';
import { readJson, valueAt } from '@dockwarden-internal/workspace/json-file';
import { Minimatch } from 'minimatch';
import { PACKAGE } from '../product-version.ts';

/** A configuration or packs that a target asks for in place of the workspace's own; paths start from the root of the workspace. */
export interface Asked {
  readonly config?: string;
  readonly packs?: readonly string[];
}

/** What Nx knows of a target beside the project's own files: an object or, since Nx 23, a list. */
export type TargetDefaults = unknown;

/**
 * What a project's target asks for by its options and configurations, or by those that nx.json gives all targets of that name. Nx merges them into
 * the target only after inference, and the files behind them have to be inputs.
 */
export function askedConfigurations(
  fs: Pick<FileSystem, 'read'>,
  root: string,
  target: string,
  defaults?: TargetDefaults,
): Asked[] {
  const targets = [
    manifest(fs, posix.join(root, 'package.json'), ['nx', 'targets', target]),
    manifest(fs, posix.join(root, 'project.json'), ['targets', target]),
    ...defaultsOf(defaults, target),
  ].map(fields);
  const options = targets.flatMap((one) => [one.options, ...Object.values(fields(one.configurations))]).map(fields);
  const filled = (path: string) => path.replaceAll('{projectRoot}', root).replaceAll('{workspaceRoot}/', '');
  const asked = options.flatMap(({ config, pack }): Asked[] => {
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

/** Most name neither: those are not parsed. */
function manifest(fs: Pick<FileSystem, 'read'>, path: string, way: readonly string[]): unknown {
  return /"(?:config|pack)"/.test(fs.read(path) ?? '') ? valueAt(readJson(fs as FileSystem, path), ...way) : undefined;
}

function defaultsOf(defaults: TargetDefaults, target: string): unknown[] {
  const named = Array.isArray(defaults)
    ? defaults.map((one) => [[fields(one).target, fields(one).executor], one] as const)
    : Object.entries(fields(defaults)).map(([name, one]) => [[name], one] as const);
  const isMeant = (name: unknown) =>
    name === target || name === `${PACKAGE}:lint` || (typeof name === 'string' && new Minimatch(name).match(target));
  return named.flatMap(([names, one]) => (names.some(isMeant) ? [one] : []));
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
