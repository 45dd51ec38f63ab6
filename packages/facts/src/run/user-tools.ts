import { type Dialect, readUserTool } from '../commands/user-tool.ts';
import { countBelow } from '../kernel/count-below.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import type { Instruction } from '../model/dockerfile.ts';
import { copies } from '../source/sources.ts';
import { copiedPrograms } from '../stage/copied-programs.ts';
import { rootBase } from '../stage/root.ts';
import { commandsOf } from './commands.ts';
import { packagesIn } from './installs.ts';
import { layerStretches } from './layers.ts';

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
 * that is not known, above the first FROM, and where COPY may have brought it. Source: packages adduser and passwd of Debian, shadow of Alpine,
 * shadow-utils of Fedora; BusyBox's applets.
 */
export const implementationOf = memo((command: Command): Maybe<UserTool> => {
  const { program = '' } = command.reading;
  if (!USER_TOOLS.has(program)) return undefined;
  const ofBase = implementationOnBase(command, program);
  return ofBase === 'none' && mayBeCopied(command, program) ? unknown : ofBase;
});

function implementationOnBase(command: Command, program: string): Maybe<UserTool> {
  const { stage } = command.run;
  const base = stage ? rootBase(stage) : unknown;
  if (isUnsure(base)) return unknown;
  if (base === undefined) return 'none';
  const debian = base.distro === 'debian' || base.distro === 'ubuntu';
  const busybox = base.distro === 'alpine' || base.distro === 'wolfi' || base.distro === undefined;
  if (OF_SHADOW.has(program)) {
    if (isInstalledBefore(command, ['shadow', 'shadow-utils', 'passwd'])) return 'shadow';
    return base.lacks.includes(program) || (busybox && !base.programs.includes(program)) || base.shells.length === 0
      ? 'none'
      : 'shadow';
  }
  if (debian && isInstalledBefore(command, ['adduser'])) return 'debian';
  if (base.lacks.includes(program) || base.shells.length === 0) return 'none';
  if (debian) return 'debian';
  if (busybox) return 'busybox';
  return program === 'adduser' ? 'shadow' : 'none';
}

/** Whether COPY or ADD may have brought a program before. BusyBox is all of its applets. */
function mayBeCopied({ run }: Command, program: string): boolean {
  return [program, 'busybox', ANY].some((name) =>
    layerStretches(run).some(({ list, from, to }) => isWithin(byCopy(list).get(name), from, to)),
  );
}

/** Stands for the programs of a whole folder or archive. */
const ANY = '*';

/** By the name of a program, where it is copied. */
const byCopy = memo((layers: readonly Instruction[]) =>
  indexesByName(layers.map((layer) => (copies(layer) ? copiedNames(layer) : []))),
);

function copiedNames(layer: Instruction): string[] {
  const { opaque, programs } = copiedPrograms(layer);
  return [...programs.map(({ name }) => name), ...(opaque ? [ANY] : [])];
}

/** Whether one of these packages was installed before, in this image. */
function isInstalledBefore({ run, siblings, index }: Command, names: readonly string[]): boolean {
  return names.some(
    (name) =>
      isWithin(byCommand(siblings).get(name), 0, index) ||
      layerStretches(run).some(({ list, from, to }) => isWithin(byLayer(list).get(name), from, to)),
  );
}

function isWithin(indexes: readonly number[] = [], from: number, to: number): boolean {
  return countBelow(indexes, from) < countBelow(indexes, to);
}

/** By the name of a package, where it is installed. */
const byCommand = memo((commands: readonly Command[]) => indexesByName(commands.map(packageNames)));
const byLayer = memo((layers: readonly Instruction[]) =>
  indexesByName(layers.map((layer) => commandsOf(layer).flatMap(packageNames))),
);

function indexesByName(names: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  names.forEach((each, index) => {
    for (const name of each) {
      const same = found.get(name);
      if (same) same.push(index);
      else found.set(name, [index]);
    }
  });
  return found;
}

function packageNames(command: Command): string[] {
  return packagesIn(command).flatMap(({ reading }) => reading.name ?? []);
}

/** Whose options a command that makes users or groups is given; absent where they fit several, or none, and for other commands. */
export function dialectOf({ reading }: Command): Dialect | undefined {
  return readUserTool(reading)?.dialect;
}
