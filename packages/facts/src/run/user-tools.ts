import { type Dialect, readUserTool } from '../commands/user-tool.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import { copies } from '../source/sources.ts';
import { copiedPrograms } from '../stage/copied-programs.ts';
import { rootBase } from '../stage/root.ts';
import { commandsOf } from './commands.ts';
import { packagesIn } from './installs.ts';
import { layersBefore } from './layers.ts';

export type UserTool = Dialect | 'none';

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
 * that is not known, and where COPY may have brought it. Source: packages adduser and passwd of Debian, shadow of Alpine, shadow-utils of Fedora; BusyBox's applets.
 */
export const implementationOf = memo((command: Command): Maybe<UserTool> => {
  const { program = '' } = command.reading;
  if (!USER_TOOLS.has(program)) return undefined;
  const ofBase = implementationOnBase(command, program);
  return ofBase === 'none' && mayBeCopied(command, program) ? unknown : ofBase;
});

function implementationOnBase(command: Command, program: string): Maybe<UserTool> {
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
}

/** BusyBox is all of its applets. */
function mayBeCopied({ run }: Command, program: string): boolean {
  const copied = layersBefore(run).filter(copies).map(copiedPrograms);
  return copied.some(
    ({ opaque, programs }) => opaque || programs.some(({ name }) => name === program || name === 'busybox'),
  );
}

/** Names of the packages that were installed before, in this image. */
function packagesBefore({ run, siblings, index }: Command): ReadonlySet<string> {
  const commands = [...layersBefore(run).flatMap(commandsOf), ...siblings.slice(0, index)];
  return new Set(commands.flatMap(packagesIn).flatMap(({ reading }) => reading.name ?? []));
}

/** Whose options a command that makes users or groups is given; absent where they fit several, or none, and for other commands. */
export function dialectOf({ reading }: Command): Dialect | undefined {
  return readUserTool(reading)?.dialect;
}
