import type { Place } from '@dockwarden-internal/syntax';
import type { InputPaths } from '../git/input-paths.ts';
import type { Image } from '../model/image.ts';
import type { ImageInputs } from '../model/image-inputs.ts';
import type { ChangedFiles } from './changed-files.ts';
import { changedSettings } from './changed-settings.ts';

/** Why an image is affected. */
export interface AffectedReason {
  readonly by:
    | 'source'
    | 'dockerfile'
    | 'ignore file'
    | 'generated from'
    | 'manifest'
    | 'configuration'
    | 'parent image';
  /** The changed file, from the root; of a parent image none. */
  readonly path?: string;
  /** Of the instruction that reads it. */
  readonly place?: Place;
  /** Settings that changed, or the name of the parent image. */
  readonly names?: readonly string[];
}

export interface AffectedCandidate {
  readonly inputs: ImageInputs;
  /** Of the image alone, without its parents'. */
  readonly paths: InputPaths;
  /** The manifest that labels are taken from (version, title), from the root. */
  readonly manifest?: string;
}

export interface EarlierSettings {
  /** Path of the configuration, which is asked for only where it changed. */
  readonly path: string;
  /** The images as the configuration at the base declares them; undefined where it cannot be read, and every image then counts as changed. */
  readonly images: ReadonlyMap<string, Image> | undefined;
}

/**
 * The images that a change affects, by name, with the reasons in the order of the paths; those that it does not affect are not in the map.
 * A parent image affects what is built on it.
 */
export function affectedImages(
  candidates: readonly AffectedCandidate[],
  changed: Pick<ChangedFiles, 'files' | 'submodules'>,
  earlier?: EarlierSettings,
): ReadonlyMap<string, readonly AffectedReason[]> {
  const files = [...changed.files].sort();
  const submodules = [...changed.submodules].sort();
  const byName = new Map(candidates.map((candidate) => [candidate.inputs.image.name, candidate]));
  const reasons = new Map(
    candidates.map((candidate) => [
      candidate.inputs.image.name,
      [...ownReasons(candidate, files, submodules), ...settingReasons(candidate, earlier)],
    ]),
  );
  const settled = new Set<string>();
  const settle = (name: string): void => {
    if (settled.has(name)) return;
    settled.add(name);
    for (const parent of new Set(byName.get(name)?.inputs.parents.values() ?? [])) {
      settle(parent);
      if ((reasons.get(parent)?.length ?? 0) > 0) reasons.get(name)!.push({ by: 'parent image', names: [parent] });
    }
  };
  for (const name of byName.keys()) settle(name);
  return new Map([...reasons].filter(([, found]) => found.length > 0));
}

function ownReasons(
  { paths, manifest }: AffectedCandidate,
  files: readonly string[],
  submodules: readonly string[],
): AffectedReason[] {
  const found: AffectedReason[] = [];
  for (const path of files) {
    const reason = paths.reasonOf(path);
    if (reason) found.push({ ...reason, path });
    else if (path === manifest) found.push({ by: 'manifest', path });
  }
  for (const path of submodules) {
    const reason = paths.reasonOf(path) ?? (paths.mayHold(path) ? { by: 'source' as const } : undefined);
    if (reason) found.push({ ...reason, path });
  }
  return found;
}

function settingReasons({ inputs }: AffectedCandidate, earlier: EarlierSettings | undefined): AffectedReason[] {
  if (!earlier) return [];
  if (!earlier.images) return [{ by: 'configuration', path: earlier.path }];
  const names = changedSettings(earlier.images.get(inputs.image.name), inputs.image);
  return names.length > 0 ? [{ by: 'configuration', path: earlier.path, names }] : [];
}
