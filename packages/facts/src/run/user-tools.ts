import { hasFlag } from '../commands/flags.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import { rootBase } from '../stage/root.ts';
import { commandsOf } from './commands.ts';
import { packagesIn } from './installs.ts';
import { layersBefore } from './layers.ts';

export type UserTool = 'busybox' | 'debian' | 'shadow' | 'none';

const USER_TOOLS: ReadonlySet<string> = new Set([
  'adduser',
  'addgroup',
  'deluser',
  'delgroup',
  'useradd',
  'groupadd',
  'usermod',
  'groupmod',
]);
const OF_SHADOW: ReadonlySet<string> = new Set(['useradd', 'groupadd', 'usermod', 'groupmod']);

/**
 * Whose program adduser, useradd and the like are in the image at hand, `none` where it has none; absent for other commands, unknown on a base
 * that is not known. Source: packages adduser and passwd of Debian, shadow of Alpine, shadow-utils of Fedora; BusyBox's applets.
 */
export const implementationOf = memo((command: Command): Maybe<UserTool> => {
  const { program = '' } = command.reading;
  if (!USER_TOOLS.has(program)) return undefined;
  const base = rootBase(command.run.stage!);
  if (isUnsure(base)) return unknown;
  if (base === undefined) return 'none';
  const debian = base.distro === 'debian' || base.distro === 'ubuntu';
  const busybox = base.distro === 'alpine' || base.distro === 'wolfi' || base.distro === undefined;
  const packages = packagesBefore(command);
  if (OF_SHADOW.has(program)) {
    if (packages.has('shadow') || packages.has('shadow-utils') || packages.has('passwd')) return 'shadow';
    return base.lacks.includes(program) || (busybox && !base.programs.includes(program)) || base.shells.length === 0
      ? 'none'
      : 'shadow';
  }
  if (debian && packages.has('adduser')) return 'debian';
  if (base.lacks.includes(program) || base.shells.length === 0) return 'none';
  if (debian) return 'debian';
  if (busybox) return 'busybox';
  return program === 'adduser' ? 'shadow' : 'none';
});

/** Names of the packages that were installed before, in this image. */
function packagesBefore({ run, siblings, index }: Command): ReadonlySet<string> {
  const commands = [...layersBefore(run).flatMap(commandsOf), ...siblings.slice(0, index)];
  return new Set(commands.flatMap(packagesIn).flatMap(({ reading }) => reading.name ?? []));
}

/** Options that only one of the three knows. Source: adduser(8) of Debian 12; busybox adduser --help, 1.36; useradd(8) of shadow 4.13. */
const DIALECTS: readonly (readonly [Exclude<UserTool, 'none'>, string])[] = [
  ['busybox', '-S -D -H -h --empty-password'],
  [
    'debian',
    '--disabled-login --group --firstuid --lastuid --firstgid --lastgid --gid --quiet --force-badname --allow-badname --add_extra_groups --encrypt-home --conf',
  ],
  ['shadow', '-m -M -r -N -U --create-home --user-group --no-user-group --home-dir --no-log-init -l -o --non-unique'],
];

/** Whose options an adduser or addgroup is given; absent where they fit several, and for other commands. */
export function dialectOf({ reading }: Command): Exclude<UserTool, 'none'> | undefined {
  if (reading.program !== 'adduser' && reading.program !== 'addgroup') return undefined;
  const found = DIALECTS.filter(([, options]) => hasFlag(reading, options));
  // `addgroup --gid` is BusyBox's too.
  const fitting = found.filter(([name]) => name !== 'debian' || reading.program === 'adduser' || !onlyGid(reading));
  return fitting.length === 1 ? fitting[0]![0] : undefined;
}

function onlyGid(reading: Command['reading']): boolean {
  return reading.flags.every(({ name }) => name === '--gid' || name === '-g' || name === '--system');
}
