import { readInstall } from '../commands/read-install.ts';
import type { Command } from '../model/command.ts';

/** Tools that may bring any program: they build and install, unpack system images, or manage whole machines. */
const opaquePrograms: ReadonlySet<string> = new Set([
  ...[
    'make',
    'ninja',
    'cmake',
    'meson',
    'nix',
    'nix-env',
    'brew',
    'pacman',
    'emerge',
    'xbps-install',
    'opkg',
    'dpkg',
    'rpm',
  ],
  ...[
    'conda',
    'mamba',
    'micromamba',
    'ansible-playbook',
    'puppet',
    'chef-client',
    'debootstrap',
    'install_packages',
    'apk-install',
  ],
  ...['source', '.', 'busybox'],
]);

const shells = /^(ba|da|a|z|k)?sh$/;

/** True for a command that may leave programs of the operating system behind which its text does not name. */
export function isOpaque({ reading, shell }: Command): boolean {
  const { name } = reading;
  const path = shell.words[0]?.value;
  if (name === undefined || path === undefined) return true;
  if (/\//.test(path) && !/^\/(usr\/)?(local\/)?s?bin\//.test(path)) return true;
  if (/\.(sh|bash|run|bin)$/.test(name)) return true;
  // `sh install.sh`, or a script on standard input; `sh -c` is read.
  if (shells.test(name)) return true;
  return opaquePrograms.has(name) && !readInstall(reading);
}
