import { unresolved } from '../../kernel/unsure.ts';
import type { Located } from '../located.ts';
import { resolvePath } from '../resolve-path.ts';
import { type Setting, textSetting } from './setting.ts';

/** A path of the disk, or an address in its place. */
export interface PathSetting extends Setting<string> {
  /** Relative to the workspace root (`.`); undefined for an address, an absolute path, or one that leaves the root. */
  readonly path: string | undefined | typeof unresolved;
  /** True for a URL, a git remote, `docker-image://…` or `service:…`. */
  readonly remote: boolean;
}

const REMOTE = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/|service:|target:)/i;

export function readPath(value: Located | undefined): PathSetting | undefined {
  const setting = textSetting(value);
  if (!setting) return undefined;
  const remote = REMOTE.test(setting.text);
  const path =
    setting.value === unresolved ? unresolved : remote ? undefined : resolvePath(value!.folder, setting.value);
  return { ...setting, path, remote };
}
