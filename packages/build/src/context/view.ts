import { join } from 'node:path';
import type { ContextInputs } from '../model/image-inputs.ts';
import type { Disk, DiskKind, DiskName } from './disk.ts';
import { type Hiding, NOTHING_HIDDEN } from './hiding.ts';
import { below, nameOf, parentOf } from './join-path.ts';

/** A build context as the builder sees it: the folder behind its ignore file. Paths are relative to it, `.` is the context itself. */
export interface View {
  readonly disk: Disk;
  /** Absolute path of the context. */
  readonly folder: string;
  readonly hiding: Hiding;
  /** What the folder holds on the disk, hidden or not. */
  names(path: string): readonly DiskName[];
  /** On the disk, in the exact case of its name. */
  kind(path: string): DiskKind | undefined;
  /** True where the builder gets it; a hidden folder is there for what is kept below it. */
  isThere(path: string): boolean;
  absolute(path: string): string;
}

export function openView(root: string, inputs: ContextInputs, disk: Disk): View {
  const folder = join(root, inputs.directory);
  const rules =
    inputs.ignoreFile === undefined ? undefined : disk.ignoreRules(join(root, inputs.ignoreFile), inputs.ignoreFile);
  const hiding: Hiding = rules
    ? { hides: (path) => rules.matcher.match(path).ignored, mayKeepBelow: (path) => rules.matcher.mayKeepBelow(path) }
    : NOTHING_HIDDEN;
  const absolute = (path: string) => (path === '.' ? folder : `${folder}/${path}`);
  const names = (path: string): readonly DiskName[] => {
    const found = disk.list(absolute(path));
    return typeof found === 'object' ? found : [];
  };
  const kind = (path: string): DiskKind | undefined =>
    path === '.' ? 'folder' : names(parentOf(path)).find(({ name }) => name === nameOf(path))?.kind;
  const isThere = (path: string): boolean => {
    if (path === '.' || !hiding.hides(path)) return true;
    return kind(path) === 'folder' && keepsBelow(path);
  };
  const keepsBelow = (path: string): boolean =>
    hiding.mayKeepBelow(path) && names(path).some(({ name }) => isThere(below(path, name)));
  return { disk, folder, hiding, names, kind, isThere, absolute };
}
