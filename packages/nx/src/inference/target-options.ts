import { posix } from 'node:path';
import type { FileSystem } from '@dockwarden-internal/facts';
import { readJson, valueAt } from '@dockwarden-internal/workspace/json-file';
import { Minimatch } from 'minimatch';
import { PACKAGE } from '../product-version.ts';

/** What Nx knows of a target beside the project's own files: an object or, since Nx 23, a list. */
export type TargetDefaults = unknown;

/**
 * What is said of a project's target in its files and in nx.json: its options, and those of each of its configurations. Nx merges them into the target
 * only after inference, and the files that they name have to be inputs.
 */
export function targetOptions(
  fs: Pick<FileSystem, 'read'>,
  root: string,
  target: string,
  defaults?: TargetDefaults,
): Readonly<Record<string, unknown>>[] {
  return [
    manifest(fs, posix.join(root, 'package.json'), ['nx', 'targets', target]),
    manifest(fs, posix.join(root, 'project.json'), ['targets', target]),
    ...defaultsOf(defaults, target),
  ]
    .map(fields)
    .flatMap(({ options, configurations }) => [options, ...Object.values(fields(configurations))].map(fields));
}

/** Most name no files: those are not parsed. */
function manifest(fs: Pick<FileSystem, 'read'>, path: string, way: readonly string[]): unknown {
  const isTelling = /"(?:config|pack|files)"/.test(fs.read(path) ?? '');
  return isTelling ? valueAt(readJson(fs as FileSystem, path), ...way) : undefined;
}

function defaultsOf(defaults: TargetDefaults, target: string): unknown[] {
  const named = Array.isArray(defaults)
    ? defaults.map((one) => [[fields(one).target, fields(one).executor], one] as const)
    : Object.entries(fields(defaults)).map(([name, one]) => [[name], one] as const);
  const isMeant = (name: unknown) =>
    name === target || name === `${PACKAGE}:lint` || (typeof name === 'string' && new Minimatch(name).match(target));
  return named.flatMap(([names, one]) => (names.some(isMeant) ? [one] : []));
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
