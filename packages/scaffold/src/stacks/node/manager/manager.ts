import type { FileSystem } from '@dockwarden-internal/facts';
import type { Evidence } from '../../../model/evidence.ts';
import type { PackageJson } from '../project/package-json.ts';
import { BUN, PNPM_BY_LOCKFILE, YARN_BERRY, YARN_CLASSIC } from './manager-versions.ts';

export type ManagerName = 'npm' | 'pnpm' | 'yarn' | 'bun';

/** What installs a project's packages. */
export interface Manager {
  readonly name: ManagerName;
  /** The version that an image installs; npm is the one of its Node. */
  readonly version?: string;
  /** Yarn 2 and later, which is another program than Yarn 1. */
  readonly berry: boolean;
  /** Lockfile from the workspace's root; absent where there is none. */
  readonly lockfile?: string;
}

const LOCKFILES: readonly (readonly [file: string, manager: ManagerName])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['yarn.lock', 'yarn'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

/**
 * The manager of a folder: what its package.json pins, else who writes its lockfile. npm where nothing says it. `manifests`: that folder's
 * and those above it, the nearest first.
 */
export function managerIn(
  fs: FileSystem,
  folder: string,
  manifests: readonly PackageJson[],
): { manager: Manager; evidence: Evidence } {
  const pin = manifests.find(({ packageManager }) => PIN.test(packageManager ?? ''));
  const [, pinned, pinnedVersion] = PIN.exec(pin?.packageManager ?? '') ?? [];
  const locks = LOCKFILES.filter(([file]) => fs.kind(inFolder(folder, file)) === 'file');
  const lock = locks.find(([, manager]) => manager === pinned) ?? (pinned ? undefined : locks[0]);
  const name = (pinned as ManagerName | undefined) ?? lock?.[1] ?? 'npm';
  const lockfile = lock && inFolder(folder, lock[0]);
  const text = lockfile === undefined ? '' : (fs.read(lockfile) ?? '');
  const version = pinnedVersion ?? versionBy(name, text);
  const berry = name === 'yarn' && !/^1\./.test(version ?? '');
  const why = pin
    ? `packageManager in ${pin.path}`
    : lockfile
      ? `${lockfile}, no file pins a version`
      : 'no lockfile says otherwise';
  return {
    manager: { name, version: name === 'npm' ? undefined : version, berry, lockfile },
    evidence: { what: [name, name === 'npm' ? pinnedVersion : version].filter(Boolean).join(' '), why },
  };
}

/** `pnpm@10.34.9+sha512.…`, without the hash. */
const PIN = /^(npm|pnpm|yarn|bun)@(\d[\w.-]{0,40})/;

function versionBy(name: ManagerName, lockfile: string): string | undefined {
  if (name === 'bun') return BUN;
  if (name === 'yarn') return /^__metadata:/m.test(lockfile) ? YARN_BERRY : YARN_CLASSIC;
  if (name !== 'pnpm') return undefined;
  const format = /^lockfileVersion: ['"]?([\d.]+)/m.exec(lockfile)?.[1];
  return (PNPM_BY_LOCKFILE.find(([written]) => written === format) ?? PNPM_BY_LOCKFILE[0]!)[1];
}

export function inFolder(folder: string, name: string): string {
  return folder === '.' || folder === '' ? name : `${folder}/${name}`;
}
