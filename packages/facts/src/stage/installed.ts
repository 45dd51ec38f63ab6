import { type PackageAction, readPackageAction } from '../commands/package-action.ts';
import { memo } from '../kernel/memo.ts';
import type { Command } from '../model/command.ts';
import type { Stage } from '../model/dockerfile.ts';
import type { Package } from '../model/install.ts';
import { commandsOf, mayRunMore } from '../run/commands.ts';
import { installOf, packagesIn } from '../run/installs.ts';
import { fedBy } from '../run/shell-place.ts';
import { layersOf } from './layers.ts';

/**
 * The packages that the commands of a stage, and of those it builds on, install by name and do not remove again. A removal that a variable
 * names takes everything of its ecosystem.
 */
export const installedIn = memo((stage: Stage): readonly Package[] => {
  let installed: Package[] = [];
  const groups = new Map<string, readonly Package[]>();
  for (const command of layersOf(stage).flatMap(commandsOf)) {
    const packages = packagesIn(command);
    installed.push(...packages);
    const group = installOf(command)?.reading.virtual;
    if (group !== undefined) groups.set(group, packages);
    if (marksAllAutomatic(command)) installed = installed.filter((each) => each.command.run !== command.run);
    const action = readPackageAction(command.reading);
    if (action?.actions.includes('remove')) {
      const gone = removal(command, action, groups);
      installed = installed.filter((each) => !gone(each));
    }
  }
  return installed;
});

/** True where a RUN is not read to its end, so that it may install more. */
export function mayInstallMore(stage: Stage): boolean {
  return layersOf(stage).some((instruction) => instruction.node.keyword === 'run' && mayRunMore(instruction));
}

/**
 * `apt-mark auto '.*'` makes what the RUN installs fair game for the `apt-get purge --auto-remove` that follows it, but for what is named again; so
 * does `apt-mark auto` of all that `apt-mark showmanual` lists. Source: apt-mark(8).
 */
function marksAllAutomatic(command: Command): boolean {
  const { reading, siblings } = command;
  if (reading.program !== 'apt-mark' || reading.subcommand?.text !== 'auto') return false;
  const named = reading.args.some(({ value, shown }) => value === '.*' || /^\$\(apt-mark showmanual\)$/.test(shown));
  return named || siblings.some((each) => listsAllManual(each) && fedBy(each).includes(command));
}

function listsAllManual({ reading }: Command): boolean {
  return reading.program === 'apt-mark' && reading.subcommand?.text === 'showmanual' && reading.args.length === 0;
}

function removal(
  { reading }: Command,
  { ecosystem }: PackageAction,
  groups: ReadonlyMap<string, readonly Package[]>,
): (each: Package) => boolean {
  const sameEcosystem = (each: Package) => installOf(each.command)?.reading.ecosystem === ecosystem;
  if (reading.args.some(({ value }) => value === undefined)) return sameEcosystem;
  const names = new Set<string>();
  const prefixes: string[] = [];
  const grouped = new Set<Package>();
  for (const { value = '' } of reading.args) {
    const name = value.replace(/[=<>~@:].*$/, '');
    if (name.endsWith('*')) prefixes.push(name.slice(0, -1));
    else names.add(name);
    for (const each of groups.get(value) ?? []) grouped.add(each);
  }
  return (each) => {
    const { name } = each.reading;
    const named = name !== undefined && (names.has(name) || prefixes.some((prefix) => name.startsWith(prefix)));
    return sameEcosystem(each) && (named || grouped.has(each));
  };
}
